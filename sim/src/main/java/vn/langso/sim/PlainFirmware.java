package vn.langso.sim;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The firmware of docs/devices.md: commands with number and expiry, a plan of 30 days, numbered messages. */
final class PlainFirmware implements Firmware {

    /** A contactor needs some 20 ms to close and the meter as long again to measure. */
    private static final Duration SETTLED = Duration.ofMillis(40);

    private static final Duration OFFLINE_REPORT = Duration.ofMinutes(5);

    private final Cabinet cabinet;
    private final Hardware hardware;
    private final String topic;
    private final Duration every;
    private final Map<String, Order> orders = new HashMap<>();
    private final Map<String, Integer> carriedOut = new HashMap<>();
    private long lastSeq;
    private long lastCommand;
    private @Nullable Plan plan;
    private Instant nextReport;
    private double lastLux;

    PlainFirmware(Cabinet cabinet, Duration every) {
        this.cabinet = cabinet;
        this.hardware = cabinet.hardware();
        this.topic = "langso/v1/" + cabinet.spec().device() + "/";
        this.every = every;
        // Spread over the interval, as cabinets that were switched on at different times.
        this.nextReport = cabinet.now()
                .plusMillis(Math.floorMod(cabinet.spec().device().hashCode(), Math.max(1, every.toMillis())));
        this.lastLux = cabinet.sky().lux();
        for (Message waiting : cabinet.outbox().waiting()) {
            lastSeq = Math.max(lastSeq, seqOf(waiting));
        }
    }

    @Override
    public List<String> listensTo() {
        return List.of(topic + "cmd");
    }

    @Override
    public void started() {
        follow();
        event("started", null, null, null);
        nextReport = cabinet.now();
    }

    @Override
    public void tick() {
        follow();
        lux();
        if (!cabinet.now().isBefore(nextReport)) {
            report();
        } else if (nextReport.isAfter(cabinet.now().plus(OFFLINE_REPORT.plus(every)))) {
            // The clock was set back.
            nextReport = cabinet.now();
        }
    }

    @Override
    public void receive(String received, byte[] payload) {
        try {
            obey(JsonMapper.shared().readTree(new String(payload, StandardCharsets.UTF_8)));
        } catch (JacksonException | DateTimeException e) {
            // Nothing that a cabinet could answer to.
            System.err.println(topic + ": " + e.getMessage());
        }
    }

    private void obey(JsonNode command) {
        long seq = command.path("seq").asLong();
        if (seq <= lastCommand) {
            acknowledge(command, "repeated", null);
        } else if (Instant.parse(command.path("expires").asString("9999-01-01T00:00:00Z"))
                .isBefore(cabinet.now())) {
            acknowledge(command, "expired", null);
        } else {
            String refusal = cabinet.acksAndDoesNothing() ? null : execute(command);
            carriedOut.merge(command.path("id").asString(""), 1, Integer::sum);
            lastCommand = seq;
            cabinet.keep();
            acknowledge(command, refusal == null ? "done" : "refused", refusal);
            nextReport = cabinet.now().plus(SETTLED);
            cabinet.lookAgainIn(SETTLED);
        }
    }

    @Override
    public void happened(String kind, @Nullable Circuit circuit) {
        Boolean lit = circuit == null ? null : Boolean.valueOf(hardware.setPercent(circuit) > 0);
        event(kind, circuit, kind.equals("switched") ? lit : null, kind.equals("switched") ? "local" : null);
        if (kind.equals("mode-remote")) {
            follow();
        }
        report();
    }

    @Override
    public void report() {
        nextReport = cabinet.now().plus(cabinet.online() ? every : longer(every));
        Wire wire = message();
        wire.text("mode", hardware.localMode() ? "local" : "remote")
                .text("door", hardware.doorOpen() ? "open" : "closed")
                .text("breaker", hardware.breakerTripped() ? "tripped" : "closed")
                .flag("supply", hardware.supplied());
        if (plan != null) {
            wire.begin("plan", '{')
                    .number("version", plan.version())
                    .text("hash", plan.hash())
                    .end('}');
        }
        wire.begin("circuits", '[');
        double voltage = hardware.voltageV();
        for (Circuit circuit : hardware.circuits()) {
            wire.element()
                    .text("id", circuit.id())
                    .flag("on", hardware.setPercent(circuit) > 0)
                    .tenths("powerW", hardware.powerW(circuit))
                    .tenths("voltageV", voltage)
                    .number("energyWh", Math.round(circuit.energyWh()))
                    .flag("loop", circuit.cableWhole())
                    .end('}');
        }
        wire.end(']');
        if (hardware.lampControllers()) {
            lamps(wire);
        }
        cabinet.say(new Message(topic + "state", wire.toString(), true));
    }

    private void lamps(Wire wire) {
        wire.begin("lamps", '[');
        for (Circuit circuit : hardware.circuits()) {
            for (int lamp = 0; lamp < circuit.lamps().size(); lamp++) {
                int percent = hardware.lampPercent(circuit, lamp);
                Circuit.Fault fault = circuit.fault(lamp);
                wire.element()
                        .text("id", circuit.lamps().get(lamp))
                        .flag("on", percent > 0)
                        .number("dimPercent", percent)
                        .tenths("powerW", hardware.lampPowerW(circuit, lamp))
                        .text(
                                "fault",
                                fault == Circuit.Fault.OK ? null : fault.name().toLowerCase(Locale.ROOT))
                        .end('}');
            }
        }
        wire.end(']');
    }

    @Override
    public void keep(ObjectNode memory) {
        memory.put("seq", lastSeq);
        memory.put("lastCommand", lastCommand);
        if (plan != null) {
            memory.set("plan", plan.text());
        }
        ObjectNode held = memory.putObject("orders");
        orders.forEach((circuit, order) -> {
            ObjectNode one = held.putObject(circuit).put("percent", order.percent());
            if (order.until() != null) {
                one.put("until", order.until().toString());
            }
        });
    }

    @Override
    public void restore(JsonNode memory) {
        lastSeq = Math.max(lastSeq, memory.path("seq").asLong());
        lastCommand = memory.path("lastCommand").asLong();
        if (memory.has("plan")) {
            plan = Plan.of(memory.path("plan"));
        }
        memory.path("orders").propertyStream().forEach(entry -> {
            JsonNode until = entry.getValue().path("until");
            orders.put(
                    entry.getKey(),
                    new Order(
                            entry.getValue().path("percent").asInt(),
                            until.isString() ? Instant.parse(until.asString()) : null));
        });
    }

    @Override
    public String summary() {
        long lit = hardware.circuits().stream()
                .filter(circuit -> hardware.livePercent(circuit) > 0)
                .count();
        return "%d of %d circuits lit, plan %s, door %s, %s%s%s"
                .formatted(
                        lit,
                        hardware.circuits().size(),
                        plan == null ? "none" : String.valueOf(plan.version()),
                        hardware.doorOpen() ? "open" : "closed",
                        hardware.localMode() ? "by hand" : "remote",
                        hardware.breakerTripped() ? ", breaker tripped" : "",
                        hardware.supplied() ? "" : ", no supply");
    }

    long lastSeq() {
        return lastSeq;
    }

    /** Since this firmware was started, by the id of the command. */
    Map<String, Integer> carriedOut() {
        return carriedOut;
    }

    /** Null when done, else why not. */
    private @Nullable String execute(JsonNode command) {
        return switch (command.path("kind").asString("")) {
            case "switch" -> {
                int dim = command.path("dimPercent").asInt(100);
                yield direct(command, new Order(command.path("on").asBoolean() ? dim : 0, until(command)));
            }
            case "resume" -> direct(command, null);
            case "read" -> null;
            case "time" -> {
                cabinet.setClock(Instant.parse(command.path("now").asString("")));
                event("clock-set", null, null, null);
                yield null;
            }
            case "plan" -> store(command.path("plan"));
            default -> "unknown kind";
        };
    }

    private @Nullable String direct(JsonNode command, @Nullable Order order) {
        if (hardware.localMode()) {
            return "switched to local";
        }
        for (JsonNode target : command.path("targets")) {
            if (!exists(target)) {
                return "no such target";
            }
        }
        for (JsonNode target : command.path("targets")) {
            if (target.has("lamp")) {
                hardware.orderLamp(
                        target.path("lamp").asString(""), order == null ? Circuit.AS_CIRCUIT : order.percent());
            } else if (order == null) {
                orders.remove(target.path("circuit").asString(""));
            } else {
                orders.put(target.path("circuit").asString(""), order);
            }
        }
        follow();
        return null;
    }

    private boolean exists(JsonNode target) {
        String lamp = target.path("lamp").asString("");
        return lamp.isEmpty()
                ? hardware.circuit(target.path("circuit").asString("")).isPresent()
                : hardware.lampControllers() && hardware.hasLamp(lamp);
    }

    private @Nullable String store(JsonNode text) {
        try {
            plan = Plan.of(text);
        } catch (RuntimeException e) {
            return "plan refused: " + e.getMessage();
        }
        event("plan-stored", null, null, null);
        follow();
        return null;
    }

    /** Sets every relay as command, plan or the own timer wants it now. */
    private void follow() {
        if (hardware.localMode()) {
            return;
        }
        Instant now = cabinet.timetable();
        for (Circuit circuit : hardware.circuits()) {
            Order order = orders.get(circuit.id());
            if (order != null && order.until() != null && !order.until().isAfter(cabinet.now())) {
                orders.remove(circuit.id());
                order = null;
            }
            Integer planned = plan == null ? null : plan.levelAt(circuit.id(), now);
            if (order != null) {
                set(circuit, order.percent(), "command");
            } else if (planned != null) {
                set(circuit, planned, "plan");
            } else if (plan == null) {
                set(circuit, cabinet.sky().timerSaysLit(now) ? 100 : 0, "timer");
            }
        }
    }

    private void set(Circuit circuit, int percent, String by) {
        if (circuit.relayPercent() != percent) {
            boolean turned = (circuit.relayPercent() > 0) != (percent > 0);
            circuit.relayPercent(percent);
            if (turned) {
                event("switched", circuit, percent > 0, by);
            }
            nextReport = cabinet.now();
        }
    }

    private void lux() {
        double lux = cabinet.sky().lux();
        // Only twilight matters to lamps, and there a change by a third.
        if (lux < 2000 && (lux > lastLux * 1.5 || lux < lastLux / 1.5)) {
            Wire wire = message().text("kind", "lux").tenths("lux", lux);
            cabinet.say(new Message(topic + "evt", wire.toString(), true));
            lastLux = lux;
        }
    }

    private void event(String kind, @Nullable Circuit circuit, @Nullable Boolean on, @Nullable String by) {
        Wire wire = message()
                .text("kind", kind)
                .text("circuit", circuit == null ? null : circuit.id())
                .flag("on", on)
                .text("by", by);
        cabinet.say(new Message(topic + "evt", wire.toString(), true));
    }

    private void acknowledge(JsonNode command, String result, @Nullable String detail) {
        Wire wire = message()
                .text("command", command.path("id").asString(""))
                .number("commandSeq", command.path("seq").asLong())
                .text("result", result)
                .text("detail", detail);
        cabinet.say(new Message(topic + "ack", wire.toString(), true));
    }

    private Wire message() {
        return new Wire(++lastSeq, cabinet.now());
    }

    private static long seqOf(Message message) {
        return JsonMapper.shared().readTree(message.text() + "}").path("seq").asLong();
    }

    private static Duration longer(Duration every) {
        return every.compareTo(OFFLINE_REPORT) > 0 ? every : OFFLINE_REPORT;
    }

    private static @Nullable Instant until(JsonNode command) {
        JsonNode until = command.path("until");
        return until.isString() ? Instant.parse(until.asString()) : null;
    }

    /** An order that goes before the plan, for a while or until told otherwise. */
    private record Order(int percent, @Nullable Instant until) {}
}
