package vn.langso.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Runs the benchmarks: {@code Bench WORK-FOLDER [NAME] -- JAVA FLAGS -jar LANGSO.JAR}. All of them when no name is given.
 */
public final class Bench {

    private static final List<Benchmark> ALL = List.of(
            new StartBenchmark(),
            new PagesBenchmark(),
            new ListsBenchmark(),
            new IndicatorsBenchmark(),
            new ImportBenchmark(),
            new TelemetryBenchmark(),
            new CrashBenchmark());

    private Bench() {}

    public static void main(String[] args) throws Exception {
        List<String> words = Arrays.asList(args);
        int split = words.indexOf("--");
        Setting setting = new Setting(words.subList(split + 1, words.size()), Path.of(words.getFirst()));
        String name = split > 1 ? words.get(1) : "";
        List<Benchmark> chosen = ALL.stream()
                .filter(benchmark -> name.isEmpty()
                        ? benchmark.runsWithAll()
                        : benchmark.name().equals(name))
                .toList();
        if (chosen.isEmpty()) {
            System.err.println("There is no benchmark " + name + "; known are "
                    + ALL.stream().map(Benchmark::name).toList());
            System.exit(2);
        }
        Report report = new Report(System.out);
        for (Benchmark benchmark : chosen) {
            benchmark.run(setting, report);
        }
        report.save(setting.work().resolve("results.md"));
    }
}
