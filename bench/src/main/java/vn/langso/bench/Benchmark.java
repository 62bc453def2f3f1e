package vn.langso.bench;

/** One group of figures; {@code ./langso bench NAME} runs it alone. */
interface Benchmark {

    String name();

    /** Whether it runs when no name is given. */
    default boolean runsWithAll() {
        return true;
    }

    /** Measures and adds figures to the report. Leaves no process behind. */
    void run(Setting setting, Report report) throws Exception;
}
