package vn.langso.bench;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All indicators of a province over a million residents in four thousand villages, beside the same counts in plain SQL. */
final class IndicatorsBenchmark implements Benchmark {

    private static final String PROVINCE = "38";
    private static final String READER = "assessor";
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    /** Requests and counts by turns, so that whatever else the machine does falls on both. */
    private static final int TURNS = 11;

    private static final double MOST_SECONDS = 5;
    private static final double MOST_TIMES = 2;

    @Override
    public String name() {
        return "indicators";
    }

    @Override
    public void run(Setting setting, Report report) throws Exception {
        try (Program program = Program.start(setting, setting.work().resolve("million"), 18080)) {
            ListsBenchmark.fill(program, setting, report);
            LocalDate today = LocalDate.now(VIETNAM);
            report.seen(
                    "indicators of the province, first request",
                    timed(program, path("")),
                    "s",
                    "JSON, the program just started");
            try (Connection connection = program.database()) {
                compare(program, new BareFigures(connection, 1), today, report);
            }
            Samples past = new Samples();
            // A day on which the register was there already, and each attribute is asked for its value then.
            LocalDate before = today.minusDays(1);
            if (numerator(program, "?on=" + before, "residents.total") < ListsBenchmark.RESIDENTS * 9 / 10) {
                throw new IllegalStateException("The register was not there yet on " + before);
            }
            for (int i = 0; i < TURNS; i++) {
                past.add(timed(program, path("?on=" + before)));
            }
            report.atMost(
                    "indicators of the province, a past day",
                    past.median(),
                    "s",
                    MOST_SECONDS,
                    "JSON, on=" + before + ", median of " + TURNS);
            report.seen(
                    "page of all indicators with their trends",
                    timed(program, "/places/" + PROVINCE + "/indicators"),
                    "s",
                    "HTML, first request");
        }
    }

    private static void compare(Program program, BareFigures bare, LocalDate today, Report report) throws Exception {
        Map<String, Long> counted = bare.count(PROVINCE, today);
        same(program, counted);
        Samples answers = new Samples();
        Samples counts = new Samples();
        Samples ratios = new Samples();
        for (int i = 0; i < TURNS; i++) {
            double answer = timed(program, path(""));
            long began = System.nanoTime();
            bare.count(PROVINCE, today);
            double count = seconds(began);
            answers.add(answer);
            counts.add(count);
            ratios.add(answer / count);
        }
        String of = "%,d residents, %,d households, median of %d"
                .formatted(counted.get("residents.total"), counted.get("households.total"), TURNS);
        report.atMost("all indicators of the province", answers.median(), "s", MOST_SECONDS, "JSON, " + of);
        report.seen("the same counts in bare SQL", counts.median(), "s", "two cores like the program, " + of);
        report.atMost(
                "indicators over bare SQL",
                ratios.median(),
                "times",
                MOST_TIMES,
                "median of the ratios of %d turns, %.2f to %.2f"
                        .formatted(TURNS, ratios.percentile(0), ratios.percentile(100)));
    }

    /** A quick wrong answer would be worth nothing: each figure is the one that plain SQL counts. */
    private static void same(Program program, Map<String, Long> counted) throws Exception {
        JsonNode items = JsonMapper.shared()
                .readTree(program.get(path(""), READER).body())
                .get("items");
        for (JsonNode item : items) {
            String code = item.get("code").asString();
            Long expected = counted.get(code);
            if (expected == null || expected != item.get("numerator").asLong()) {
                throw new IllegalStateException(
                        code + " is " + item.get("numerator") + " in the program and " + expected + " in bare SQL");
            }
        }
    }

    private static long numerator(Program program, String query, String code) throws Exception {
        JsonNode items = JsonMapper.shared()
                .readTree(program.get(path(query), READER).body())
                .get("items");
        for (JsonNode item : items) {
            if (item.get("code").asString().equals(code)) {
                return item.get("numerator").asLong();
            }
        }
        throw new IllegalStateException("No figure " + code);
    }

    private static String path(String query) {
        return "/api/v1/places/" + PROVINCE + "/indicators" + query;
    }

    private static double timed(Program program, String path) throws Exception {
        long began = System.nanoTime();
        HttpResponse<String> answer = program.get(path, READER);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return seconds(began);
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
