package vn.langso.sim;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A Shelly of generation 2 or later, RPC over MQTT: one switch with its meter a circuit, its own schedules, the door at input 0. */
final class ShellyFirmware implements Firmware {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Duration CATCH_UP = Duration.ofHours(24);
    private static final int NOT_FOUND = -105;
    private static final int NO_HANDLER = 404;

    private final Cabinet cabinet;
    private final Hardware hardware;
    private final String device;
    private final Duration every;
    private final TreeMap<Integer, JsonNode> schedules = new TreeMap<>();
    private Instant nextReport;
    private LocalDateTime timed;

    ShellyFirmware(Cabinet cabinet, Duration every) {
        this.cabinet = cabinet;
        this.hardware = cabinet.hardware();
        this.device = cabinet.spec().device();
        this.every = every;
        this.nextReport = cabinet.now();
        this.timed = minute();
    }

    @Override
    public List<String> listensTo() {
        return List.of(device + "/rpc");
    }

    @Override
    public void started() {
        cabinet.say(new Message(device + "/online", "true", false));
    }

    @Override
    public void tick() {
        runSchedules();
        if (!cabinet.now().isBefore(nextReport)) {
            report();
        }
    }

    @Override
    public void receive(String topic, byte[] payload) {
        try {
            JsonNode request = JsonMapper.shared().readTree(new String(payload, StandardCharsets.UTF_8));
            ObjectNode answer = JsonMapper.shared().createObjectNode();
            answer.set("id", request.path("id"));
            answer.put("src", device);
            answer.put("dst", request.path("src").asString(""));
            call(request.path("method").asString(""), request.path("params"), answer);
            cabinet.keep();
            cabinet.say(new Message(request.path("src").asString(device) + "/rpc", answer.toString(), false));
        } catch (JacksonException e) {
            // A real one is silent too.
            System.err.println(topic + ": " + e.getMessage());
        }
    }

    private void call(String method, JsonNode params, ObjectNode answer) {
        switch (method) {
            case "Switch.Set" -> {
                Circuit circuit = circuit(params);
                if (circuit == null) {
                    refuse(answer, NOT_FOUND, "Argument 'id', value " + params.path("id") + " not found!");
                } else {
                    answer.putObject("result").put("was_on", circuit.relayPercent() > 0);
                    turn(circuit, params.path("on").asBoolean());
                }
            }
            case "Switch.GetStatus" -> {
                Circuit circuit = circuit(params);
                if (circuit == null) {
                    refuse(answer, NOT_FOUND, "Argument 'id', value " + params.path("id") + " not found!");
                } else {
                    answer.set("result", status(circuit));
                }
            }
            case "Shelly.GetStatus" -> answer.set("result", all());
            case "Schedule.Create" -> {
                int id = schedules.isEmpty() ? 1 : schedules.lastKey() + 1;
                schedules.put(id, params);
                answer.putObject("result").put("id", id);
            }
            case "Schedule.DeleteAll" -> {
                schedules.clear();
                answer.putObject("result");
            }
            case "Schedule.List" -> {
                ArrayNode jobs = answer.putObject("result").putArray("jobs");
                schedules.forEach((id, job) -> {
                    ObjectNode one = jobs.addObject().put("id", id);
                    job.propertyStream().forEach(entry -> one.set(entry.getKey(), entry.getValue()));
                });
            }
            default -> refuse(answer, NO_HANDLER, "No handler for " + method);
        }
    }

    private static void refuse(ObjectNode answer, int code, String message) {
        answer.putObject("error").put("code", code).put("message", message);
    }

    private void turn(Circuit circuit, boolean on) {
        if (!cabinet.acksAndDoesNothing()) {
            circuit.relayPercent(on ? 100 : 0);
        }
        nextReport = cabinet.now().plusMillis(40);
        cabinet.lookAgainIn(Duration.ofMillis(50));
    }

    /** Every minute since the last look, so that a jump of the clock leaves none out. */
    private void runSchedules() {
        LocalDateTime now = minute();
        if (timed.isBefore(now.minus(CATCH_UP)) || timed.isAfter(now)) {
            timed = now;
        }
        while (timed.isBefore(now)) {
            timed = timed.plusMinutes(1);
            for (JsonNode job : schedules.values()) {
                if (job.path("enable").asBoolean(true)
                        && isDue(job.path("timespec").asString(""), timed)) {
                    for (JsonNode call : job.path("calls")) {
                        ObjectNode ignored = JsonMapper.shared().createObjectNode();
                        call(call.path("method").asString(""), call.path("params"), ignored);
                    }
                }
            }
        }
    }

    /** Second, minute, hour, day, month, weekday; lists and * of each, as far as a timetable of lamps needs it. */
    private static boolean isDue(String timespec, LocalDateTime minute) {
        String[] fields = timespec.strip().split("\\s+", -1);
        return fields.length == 6
                && matches(fields[1], String.valueOf(minute.getMinute()))
                && matches(fields[2], String.valueOf(minute.getHour()))
                && matches(fields[3], String.valueOf(minute.getDayOfMonth()))
                && (matches(fields[4], String.valueOf(minute.getMonthValue()))
                        || matches(fields[4], name(minute.getMonth().name())))
                && (matches(fields[5], String.valueOf(minute.getDayOfWeek().getValue() % 7))
                        || matches(fields[5], name(minute.getDayOfWeek().name())));
    }

    private static String name(String day) {
        return day.substring(0, 3);
    }

    private static boolean matches(String field, String value) {
        return field.equals("*")
                || Arrays.stream(field.split(",", -1))
                        .anyMatch(one -> one.equalsIgnoreCase(value) || one.equals("0" + value));
    }

    @Override
    public void report() {
        nextReport = cabinet.now().plus(every);
        ObjectNode message = JsonMapper.shared().createObjectNode();
        message.put("src", device);
        message.put("dst", device + "/events");
        message.put("method", "NotifyStatus");
        message.set("params", all());
        cabinet.say(new Message(device + "/events/rpc", message.toString(), false));
    }

    private ObjectNode all() {
        ObjectNode all = JsonMapper.shared().createObjectNode();
        all.put("ts", cabinet.now().toEpochMilli() / 1000.0);
        for (Circuit circuit : hardware.circuits()) {
            all.set("switch:" + hardware.circuits().indexOf(circuit), status(circuit));
        }
        all.putObject("input:0").put("id", 0).put("state", hardware.doorOpen());
        return all;
    }

    private ObjectNode status(Circuit circuit) {
        ObjectNode status = JsonMapper.shared().createObjectNode();
        status.put("id", hardware.circuits().indexOf(circuit));
        status.put("output", circuit.relayPercent() > 0);
        status.put("apower", tenths(hardware.powerW(circuit)));
        status.put("voltage", tenths(hardware.voltageV()));
        status.putObject("aenergy").put("total", tenths(circuit.energyWh()));
        return status;
    }

    private static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }

    @Override
    public void happened(String kind, @Nullable Circuit circuit) {
        if (kind.equals("switched") && circuit != null) {
            // By hand means the button at the device, which moves the relay itself.
            circuit.relayPercent(circuit.handPercent());
        }
        report();
    }

    @Override
    public void keep(ObjectNode memory) {
        ObjectNode kept = memory.putObject("schedules");
        schedules.forEach((id, job) -> kept.set(String.valueOf(id), job));
    }

    @Override
    public void restore(JsonNode memory) {
        memory.path("schedules")
                .propertyStream()
                .forEach(entry -> schedules.put(Integer.valueOf(entry.getKey()), entry.getValue()));
    }

    @Override
    public String summary() {
        long lit = hardware.circuits().stream()
                .filter(circuit -> hardware.livePercent(circuit) > 0)
                .count();
        return String.format(
                Locale.ROOT,
                "%d of %d circuits lit, %d schedules",
                lit,
                hardware.circuits().size(),
                schedules.size());
    }

    private @Nullable Circuit circuit(JsonNode params) {
        int id = params.path("id").asInt(-1);
        return id < 0 || id >= hardware.circuits().size()
                ? null
                : hardware.circuits().get(id);
    }

    private LocalDateTime minute() {
        return LocalDateTime.ofInstant(cabinet.timetable(), ZONE).truncatedTo(ChronoUnit.MINUTES);
    }
}
