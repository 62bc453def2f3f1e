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
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A relay board with an energy meter and Tasmota on it, with the default topics: one relay a circuit, sixteen timers, no sequence numbers
 * and no plan. The door contact is its first switch.
 */
final class TasmotaFirmware implements Firmware {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int TIMERS = 16;
    private static final Duration CATCH_UP = Duration.ofHours(24);

    private final Cabinet cabinet;
    private final Hardware hardware;
    private final String device;
    private final Duration every;
    private final @Nullable JsonNode[] timers = new JsonNode[TIMERS];
    private boolean timersOn = true;
    private Instant nextReport;
    private LocalDateTime timed;

    TasmotaFirmware(Cabinet cabinet, Duration every) {
        this.cabinet = cabinet;
        this.hardware = cabinet.hardware();
        this.device = cabinet.spec().device();
        this.every = every;
        this.nextReport = cabinet.now();
        this.timed = minute();
    }

    @Override
    public List<String> listensTo() {
        return List.of("cmnd/" + device + "/#");
    }

    @Override
    public void started() {
        cabinet.say(new Message("tele/" + device + "/LWT", "Online", false));
    }

    @Override
    public void tick() {
        runTimers();
        if (!cabinet.now().isBefore(nextReport)) {
            report();
        }
    }

    @Override
    public void receive(String topic, byte[] payload) {
        String command = topic.substring(topic.lastIndexOf('/') + 1);
        String text = new String(payload, StandardCharsets.UTF_8).strip();
        if (command.equalsIgnoreCase("backlog") || command.equalsIgnoreCase("backlog0")) {
            for (String one : text.split(";", -1)) {
                String[] words = one.strip().split("\\s+", 2);
                obey(words[0], words.length > 1 ? words[1] : "");
            }
        } else {
            obey(command, text);
        }
        cabinet.keep();
    }

    private void obey(String command, String text) {
        String name = command.toUpperCase(Locale.ROOT).replaceAll("\\d+$", "");
        String digits = command.replaceAll("^\\D+", "");
        int number = digits.isEmpty() ? 1 : Integer.parseInt(digits);
        switch (name) {
            case "POWER" -> power(number, text);
            case "TIMER" -> timer(number, text);
            case "TIMERS" -> {
                timersOn = isOn(text) || (text.isEmpty() && timersOn);
                result("{\"Timers\":\"" + (timersOn ? "ON" : "OFF") + "\"}");
            }
            case "STATUS" ->
                cabinet.say(new Message(
                        "stat/" + device + "/STATUS" + (text.isEmpty() ? "" : text),
                        "{\"StatusSNS\":" + sensor() + "}",
                        false));
            case "STATE", "TELEPERIOD" -> report();
            default -> result("{\"Command\":\"Unknown\"}");
        }
    }

    private void power(int number, String text) {
        if (number < 1 || number > hardware.circuits().size()) {
            result("{\"Command\":\"Error\"}");
            return;
        }
        Circuit circuit = hardware.circuits().get(number - 1);
        if (!text.isEmpty() && !cabinet.acksAndDoesNothing()) {
            boolean on =
                    (text.equalsIgnoreCase("TOGGLE") || text.equals("2")) ? circuit.relayPercent() == 0 : isOn(text);
            circuit.relayPercent(on ? 100 : 0);
        }
        boolean told = (cabinet.acksAndDoesNothing() && !text.isEmpty()) ? isOn(text) : circuit.relayPercent() > 0;
        tellPower(number, told);
        nextReport = cabinet.now().plusMillis(40);
        cabinet.lookAgainIn(Duration.ofMillis(50));
    }

    private void timer(int number, String text) {
        if (number < 1 || number > TIMERS) {
            result("{\"Command\":\"Error\"}");
            return;
        }
        try {
            if (!text.isEmpty()) {
                timers[number - 1] = JsonMapper.shared().readTree(text);
            }
            result("{\"Timer" + number + "\":" + (timers[number - 1] == null ? "{}" : timers[number - 1]) + "}");
        } catch (JacksonException e) {
            result("{\"Command\":\"Error\"}");
        }
    }

    /** Every minute since the last look, so that a jump of the clock leaves none out. */
    private void runTimers() {
        LocalDateTime now = minute();
        if (timed.isBefore(now.minus(CATCH_UP)) || timed.isAfter(now)) {
            timed = now;
        }
        while (timed.isBefore(now)) {
            timed = timed.plusMinutes(1);
            for (JsonNode timer : timers) {
                if (timersOn && timer != null && isDue(timer, timed)) {
                    power(timer.path("Output").asInt(1), timer.path("Action").asInt() == 1 ? "ON" : "OFF");
                }
            }
        }
    }

    /** Mode 0 is the clock; days are given from Sunday on. */
    private static boolean isDue(JsonNode timer, LocalDateTime minute) {
        String days = timer.path("Days").asString("1111111");
        int day = minute.getDayOfWeek().getValue() % 7;
        boolean rightDay = days.length() != 7 || (days.charAt(day) != '0' && days.charAt(day) != '-');
        String time = timer.path("Time").asString("");
        return timer.path("Enable").asInt(timer.path("Arm").asInt()) == 1
                && rightDay
                && time.equals("%02d:%02d".formatted(minute.getHour(), minute.getMinute()));
    }

    @Override
    public void report() {
        nextReport = cabinet.now().plus(every);
        StringBuilder state = new StringBuilder("{\"Time\":\"").append(time()).append('"');
        for (int i = 0; i < hardware.circuits().size(); i++) {
            state.append(",\"")
                    .append(powerName(i + 1))
                    .append("\":\"")
                    .append(hardware.circuits().get(i).relayPercent() > 0 ? "ON" : "OFF")
                    .append('"');
        }
        cabinet.say(new Message("tele/" + device + "/STATE", state.append('}').toString(), false));
        cabinet.say(new Message("tele/" + device + "/SENSOR", sensor(), false));
    }

    @Override
    public void happened(String kind, @Nullable Circuit circuit) {
        switch (kind) {
            case "switched" -> {
                // By hand on this board means its button, which moves the relay itself.
                if (circuit != null) {
                    circuit.relayPercent(circuit.handPercent());
                    tellPower(hardware.circuits().indexOf(circuit) + 1, circuit.relayPercent() > 0);
                }
            }
            case "door-open", "door-closed" ->
                result("{\"Switch1\":{\"Action\":\"" + (hardware.doorOpen() ? "ON" : "OFF") + "\"}}");
            default -> {}
        }
        report();
    }

    @Override
    public void keep(ObjectNode memory) {
        memory.put("timersOn", timersOn);
        ObjectNode kept = memory.putObject("timers");
        for (int i = 0; i < TIMERS; i++) {
            if (timers[i] != null) {
                kept.set(String.valueOf(i), timers[i]);
            }
        }
    }

    @Override
    public void restore(JsonNode memory) {
        timersOn = memory.path("timersOn").asBoolean(true);
        memory.path("timers")
                .propertyStream()
                .forEach(entry -> timers[Integer.parseInt(entry.getKey())] = entry.getValue());
    }

    @Override
    public String summary() {
        long set = Arrays.stream(timers).filter(timer -> timer != null).count();
        long lit = hardware.circuits().stream()
                .filter(circuit -> hardware.livePercent(circuit) > 0)
                .count();
        return lit + " of " + hardware.circuits().size() + " circuits lit, " + set + " timers set";
    }

    private void tellPower(int number, boolean on) {
        String word = on ? "ON" : "OFF";
        result("{\"" + powerName(number) + "\":\"" + word + "\"}");
        cabinet.say(new Message("stat/" + device + "/" + powerName(number), word, false));
    }

    /** A board with one relay leaves the number out. */
    private String powerName(int number) {
        return hardware.circuits().size() == 1 ? "POWER" : "POWER" + number;
    }

    private void result(String json) {
        cabinet.say(new Message("stat/" + device + "/RESULT", json, false));
    }

    private String sensor() {
        List<Circuit> circuits = hardware.circuits();
        return "{\"Time\":\"" + time() + "\",\"Switch1\":\"" + (hardware.doorOpen() ? "ON" : "OFF")
                + "\",\"ENERGY\":{\"Total\":"
                + each(circuits.stream()
                        .map(circuit -> String.format(Locale.ROOT, "%.3f", circuit.energyWh() / 1000))
                        .toList())
                + ",\"Power\":"
                + each(circuits.stream()
                        .map(circuit -> String.valueOf(Math.round(hardware.powerW(circuit))))
                        .toList())
                + ",\"Voltage\":" + Math.round(hardware.voltageV()) + "}}";
    }

    private static String each(List<String> values) {
        return values.size() == 1 ? values.getFirst() : values.stream().collect(Collectors.joining(",", "[", "]"));
    }

    private String time() {
        return LocalDateTime.ofInstant(cabinet.now(), ZONE)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }

    private LocalDateTime minute() {
        return LocalDateTime.ofInstant(cabinet.timetable(), ZONE).truncatedTo(ChronoUnit.MINUTES);
    }

    private static boolean isOn(String text) {
        return text.equalsIgnoreCase("ON") || text.equals("1") || text.equalsIgnoreCase("TRUE");
    }
}
