package vn.langso.bench;

/** One group of figures; {@code ./langso bench NAME} runs it alone. */
interface Benchmark {

    String name();

    /** Measures and adds figures to the report. Leaves no process behind. */
    void run(Setting setting, Report report) throws Exception;
}
