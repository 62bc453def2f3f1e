package vn.langso.bench;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lists, searches and detail pages over a million residents, for callers of one village, of some thirty and of four thousand. */
final class ListsBenchmark implements Benchmark {

    static final int RESIDENTS = 1_000_000;
    static final int VILLAGES = 4_000;

    private static final int PER_SECOND = 200;
    private static final Duration COLD = Duration.ofSeconds(5);
    /** At this load the compiler has caught up by then; a commune's program runs for weeks. */
    private static final Duration WARM_UP = Duration.ofSeconds(40);

    private static final Duration DURATION = Duration.ofSeconds(20);
    private static final String[] SEARCHES = {
        "nguyen van an", "thoa", "nguyen", "le thi hoa", "tong kim yen", "van", "hk-0007", "khong co ai"
    };

    /** A caller: persona, place asked for, how many villages it covers. */
    private record Asker(String persona, String place, String villages) {}

    private static final List<Asker> ASKERS = List.of(
            new Asker("village-head", "15313-03", "1 village"),
            new Asker("commune-clerk", "15316", "a commune's villages"),
            new Asker("assessor", "38", "4,000 villages"));

    @Override
    public String name() {
        return "lists";
    }

    @Override
    public void run(Setting setting, Report report) throws Exception {
        Path data = setting.work().resolve("million");
        try (Program program = Program.start(setting, data, 18080)) {
            fill(program, setting, report);
        }
        // A program of its own for each caller: otherwise the first one pays for the warming up of the others.
        for (Asker asker : ASKERS) {
            try (Program program = Program.start(setting, data, 18080)) {
                List<HttpRequest> requests = requests(program, asker);
                measure(report, asker, "cold", requests, COLD);
                Load.run(PER_SECOND, WARM_UP, i -> requests.get(i % requests.size()));
                measure(report, asker, "warm", requests, DURATION);
            }
        }
    }

    /** Makes the million once; the data folder is kept between runs. */
    static void fill(Program program, Setting setting, Report report) throws Exception {
        try (Connection connection = program.database()) {
            if (BenchRegister.residents(connection) >= RESIDENTS) {
                return;
            }
            List<String> villages = BenchVillages.establish(connection, VILLAGES);
            BenchRegister.clerkAt(connection, "38");
            Path sheet = setting.work().resolve("register-" + RESIDENTS + ".csv");
            if (!Files.exists(sheet)) {
                RegisterSheet.write(sheet, BenchVillages.empty(villages), RESIDENTS, 1);
            }
            BenchRegister.Times times = BenchRegister.load(program, sheet, RegisterSheet.COLUMNS);
            report.seen(
                    "import of the sheet, preview and commit",
                    times.total(),
                    "s",
                    "1,000,000 rows, to fill the register");
            BenchRegister.clerkAt(connection, "15316");
            connection.createStatement().execute("vacuum analyze households.household");
            connection.createStatement().execute("vacuum analyze households.person");
        }
    }

    private static void measure(Report report, Asker asker, String state, List<HttpRequest> requests, Duration duration)
            throws InterruptedException {
        SplittableRandom random = new SplittableRandom(7);
        Load.Result result = Load.run(PER_SECOND, duration, i -> requests.get(random.nextInt(requests.size())));
        String note = "%d/s, median %.1f ms, p99 %.1f ms, %d of %d failed"
                .formatted(
                        PER_SECOND,
                        result.millis().median(),
                        result.millis().percentile(99),
                        result.failed(),
                        result.millis().size());
        String name = "household lists, searches, details, " + asker.villages() + ", " + state;
        if (state.equals("warm")) {
            // A refusal is quick: with one among the answers the figure would say nothing.
            double p95 = result.failed() == 0 ? result.millis().percentile(95) : Double.NaN;
            report.atMost(name, p95, "ms", 50, note);
        } else {
            report.seen(name, result.millis().percentile(95), "ms", note);
        }
    }

    private static List<HttpRequest> requests(Program program, Asker asker) throws Exception {
        List<HttpRequest> requests = new ArrayList<>();
        String list = "/households?place=" + asker.place();
        for (String search : SEARCHES) {
            add(requests, program, asker, list + "&q=" + URLEncoder.encode(search, StandardCharsets.UTF_8));
        }
        add(requests, program, asker, list);
        add(requests, program, asker, list + "&filter=without-internet");
        HttpResponse<String> page = program.get("/api/v1/households?limit=20&place=" + asker.place(), asker.persona());
        JsonNode answer = JsonMapper.shared().readTree(page.body());
        for (JsonNode item : answer.get("items")) {
            add(requests, program, asker, "/households/" + item.get("id").asString());
        }
        JsonNode after = answer.get("after");
        if (after != null && !after.isNull()) {
            add(
                    requests,
                    program,
                    asker,
                    list + "&after=" + URLEncoder.encode(after.asString(), StandardCharsets.UTF_8));
        }
        return requests;
    }

    private static void add(List<HttpRequest> requests, Program program, Asker asker, String path) throws Exception {
        requests.add(program.request(path, asker.persona())
                .header("Accept", "text/html")
                .header("Accept-Encoding", "gzip")
                .build());
    }
}
