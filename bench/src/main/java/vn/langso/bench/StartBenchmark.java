package vn.langso.bench;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Time from the command to {@code /health} 200, on a data folder that has its data, and what the idle program keeps in memory. */
final class StartBenchmark implements Benchmark {

    private static final int RUNS = 5;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public void run(Setting setting, Report report) throws Exception {
        Path data = setting.work().resolve("start");
        Program.start(setting, data, 18080).close();
        Samples seconds = new Samples();
        for (int i = 0; i < RUNS; i++) {
            try (Program program = Program.start(setting, data, 18080)) {
                seconds.add(program.startSeconds());
                if (i == RUNS - 1) {
                    // The figure is for the idle demo: what start needed may still be in the young generation.
                    TimeUnit.SECONDS.sleep(20);
                    report.atMost(
                            "memory, program and database, demo idle (PSS)",
                            program.pssMegabytes(),
                            "MB",
                            700,
                            "20 s after start");
                }
            }
        }
        report.atMost("start, built and with data, to /health 200", seconds.median(), "s", 6, "median of " + RUNS);
    }
}
