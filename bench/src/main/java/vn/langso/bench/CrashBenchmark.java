package vn.langso.bench;

import java.nio.file.Path;

/** The long campaign of kills; as many as {@code -Dlangso.bench.kills} says, 500 by itself. */
final class CrashBenchmark implements Benchmark {

    private static final int KILLS = Integer.getInteger("langso.bench.kills", 500);
    private static final long SEED = Long.getLong("langso.bench.seed", 20_261_201L);
    private static final int PORT = 18460;

    @Override
    public String name() {
        return "crash";
    }

    /** Hours long: only when it is asked for by name. */
    @Override
    public boolean runsWithAll() {
        return false;
    }

    @Override
    public void run(Setting setting, Report report) throws Exception {
        Path data = setting.work().resolve("crash");
        CrashCampaign.Outcome seen = new CrashCampaign(setting.command(), data, PORT, SEED).run(KILLS);
        String conditions = seen.kills() + " kills, seed " + SEED;
        report.atMost(
                "messages of the cabinet that are missing",
                (double) seen.missing(),
                "",
                0,
                "of " + seen.messages() + ", " + conditions);
        report.atMost("accepted commands that are unknown", seen.lost().size(), "", 0, "of " + seen.accepted());
        report.atMost(
                "commands carried out more than once", seen.carriedOutTwice().size(), "", 0, conditions);
        report.seen("accepted commands that were verified", seen.verified(), "", "of " + seen.accepted());
    }
}
