package vn.langso.bench;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import tools.jackson.databind.json.JsonMapper;

import vn.langso.sim.Player;

/**
 * Kills program, broker and database again and again, at moments drawn from a seed, while a cabinet reports and a village head switches.
 * Afterwards everything that was acknowledged must be there once: each message of the cabinet, each command that the program accepted.
 */
public final class CrashCampaign {

    private static final String DEVICE = "tu-7k3m9q";
    private static final String VILLAGE = "15313-03";
    private static final int SWITCHING_AT_ONCE = 4;
    private static final Duration LONGEST_LIFE = Duration.ofMillis(2500);
    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(90);
    private static final String LINK = "select high_seq from iot.device_link where device_id = ?";
    private static final Set<String> ENDED = Set.of("VERIFIED", "FAILED", "EXPIRED");

    /**
     * What was found.
     *
     * @param messages what the cabinet has said
     * @param missing of these, those that are stored nowhere
     * @param accepted commands that were answered with 202
     * @param lost of these, those that the program does not know any more
     * @param verified of these, those whose effect was measured
     * @param carriedOutTwice commands that the cabinet carried out more than once
     */
    public record Outcome(
            int kills,
            long messages,
            long missing,
            int accepted,
            List<String> lost,
            int verified,
            List<String> carriedOutTwice) {}

    private final Setting setting;
    private final Path data;
    private final int port;
    private final SplittableRandom random;
    private final Queue<String> accepted = new ConcurrentLinkedQueue<>();

    /** @param command the command that starts the program, without options */
    public CrashCampaign(List<String> command, Path data, int port, long seed) {
        this.setting = new Setting(command, data);
        this.data = data;
        this.port = port;
        this.random = new SplittableRandom(seed);
    }

    public Outcome run(int kills) throws Exception {
        start().close();
        try (Player player = new Player(data.resolve("sim/fleet.json"), data.resolve("sim/campaign"))) {
            for (int kill = 0; kill < kills; kill++) {
                live(start(), player);
            }
            try (Program program = start()) {
                return settle(program, player, kills);
            }
        }
    }

    private Program start() throws Exception {
        return Program.start(setting, data, port);
    }

    /** One life of the program: people switch and the cabinet reports until the plug is pulled. */
    private void live(Program program, Player player) throws Exception {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(100 + random.nextLong(LONGEST_LIFE.toMillis()));
        String token = program.token("village-head");
        try (ExecutorService people = Executors.newFixedThreadPool(SWITCHING_AT_ONCE)) {
            for (int person = 0; person < SWITCHING_AT_ONCE; person++) {
                long seed = random.nextLong();
                var _ = people.submit(() -> switchUntil(end, program, token, new SplittableRandom(seed)));
            }
            while (System.nanoTime() < end) {
                player.play("flood " + DEVICE + " 5");
                TimeUnit.MILLISECONDS.sleep(50);
            }
            program.kill();
        }
    }

    private void switchUntil(long end, Program program, String token, SplittableRandom mine) {
        while (System.nanoTime() < end) {
            // Dark at night needs an end within two hours.
            String body = "{\"target\":{\"place\":\"" + VILLAGE + "\"},\"action\":\""
                    + (mine.nextInt(4) > 0 ? "on" : "off") + "\",\"until\":\""
                    + Instant.now().plus(Duration.ofHours(1)) + "\",\"reason\":\"campaign\"}";
            try {
                HttpResponse<String> answer = Program.http()
                        .send(
                                HttpRequest.newBuilder(java.net.URI.create(program.url("/api/v1/lighting/commands")))
                                        .timeout(Duration.ofSeconds(5))
                                        .header("Authorization", "Bearer " + token)
                                        .header("Content-Type", "application/json")
                                        .POST(HttpRequest.BodyPublishers.ofString(body))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() == 202) {
                    accepted.add(JsonMapper.shared()
                            .readTree(answer.body())
                            .path("id")
                            .asString());
                }
            } catch (java.io.IOException e) {
                // The plug was pulled while it was asked: nothing was promised.
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Waits until all is told and decided, then counts. */
    private Outcome settle(Program program, Player player, int kills) throws Exception {
        long patience = System.nanoTime() + SETTLED_WITHIN.toNanos();
        Map<String, String> states = new HashMap<>();
        accepted.forEach(id -> states.put(id, ""));
        boolean settled = false;
        while (!settled && System.nanoTime() < patience) {
            for (Map.Entry<String, String> one : states.entrySet()) {
                if (!ENDED.contains(one.getValue())) {
                    one.setValue(state(program, one.getKey()));
                }
            }
            settled = player.waiting() == 0 && ENDED.containsAll(states.values());
            TimeUnit.MILLISECONDS.sleep(200);
        }
        long said = player.lastSeq(DEVICE);
        return new Outcome(
                kills,
                said,
                missing(program, said),
                states.size(),
                states.entrySet().stream()
                        .filter(one -> one.getValue().isEmpty())
                        .map(Map.Entry::getKey)
                        .toList(),
                (int) states.values().stream().filter("VERIFIED"::equals).count(),
                player.carriedOut(DEVICE).entrySet().stream()
                        .filter(one -> one.getValue() > 1)
                        .map(Map.Entry::getKey)
                        .toList());
    }

    /** Empty when the program does not know the command. */
    private static String state(Program program, String command) throws Exception {
        HttpResponse<String> answer = program.get("/api/v1/lighting/commands/" + command, "village-head");
        return answer.statusCode() == 200
                ? JsonMapper.shared().readTree(answer.body()).path("state").asString()
                : "";
    }

    /** How many of the cabinet's last messages the intake has not seen; what it saw was stored in the same transaction, in order. */
    private static long missing(Program program, long said) throws Exception {
        try (Connection database = program.database();
                PreparedStatement link = database.prepareStatement(LINK)) {
            link.setString(1, DEVICE);
            try (ResultSet row = link.executeQuery()) {
                row.next();
                return Math.max(0, said - row.getLong("high_seq"));
            }
        }
    }
}
