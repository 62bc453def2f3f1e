package vn.langso.iot.adapters;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import vn.langso.iot.MessageKind;
import vn.langso.iot.accounts.Account;
import vn.langso.kernel.Texts;

/**
 * Relay and energy meter with Tasmota firmware, full topic {@code %prefix%/%topic%/} and the device's id as topic.
 *
 * <p>Weaker than our own protocol: no numbers, times without a zone (read as Vietnam's), messages of QoS 0, and a relay's echo is all the
 * acknowledgement there is.
 */
final class TasmotaAdapter implements Adapter {

    private final Pending pending = new Pending();

    @Override
    public List<Said> hear(Account account, String topic, byte[] payload) throws JacksonException {
        String[] levels = topic.split("/", -1);
        if (levels.length != 3) {
            return List.of();
        }
        return switch (levels[2]) {
            case "STATE" -> state(account, read(payload));
            case "SENSOR", "STATUS10", "STATUS8" -> sensor(account, read(payload));
            case "RESULT" -> result(account, read(payload));
            case "LWT" -> online(payload);
            default -> List.of();
        };
    }

    private static List<Said> online(byte[] payload) {
        boolean online = new String(payload, StandardCharsets.UTF_8).equalsIgnoreCase("Online");
        return online ? List.of(new Said(MessageKind.EVT, null, "{\"kind\":\"started\",\"by\":null}")) : List.of();
    }

    private static List<Said> state(Account account, JsonNode json) {
        ObjectNode message = JsonMapper.shared().createObjectNode();
        ArrayNode circuits = message.putArray("circuits");
        for (int i = 0; i < account.circuits().size(); i++) {
            String power = json.path(powerName(account, i)).asString("");
            if (!power.isEmpty()) {
                circuits.addObject().put("id", account.circuits().get(i)).put("on", power.equals("ON"));
            }
        }
        return circuits.isEmpty() ? List.of() : List.of(new Said(MessageKind.STATE, time(json), message.toString()));
    }

    private static List<Said> sensor(Account account, JsonNode whole) {
        JsonNode json = whole.has("StatusSNS") ? whole.path("StatusSNS") : whole;
        ObjectNode message = JsonMapper.shared().createObjectNode();
        JsonNode contact = json.path("Switch1");
        if (contact.isString()) {
            message.put("door", contact.asString().equals("ON") ? "open" : "closed");
        }
        JsonNode energy = json.path("ENERGY");
        if (energy.isObject()) {
            ArrayNode circuits = message.putArray("circuits");
            for (int i = 0; i < account.circuits().size(); i++) {
                ObjectNode circuit =
                        circuits.addObject().put("id", account.circuits().get(i));
                number(circuit, "powerW", channel(energy.path("Power"), i), 1);
                number(circuit, "voltageV", channel(energy.path("Voltage"), i), 1);
                number(circuit, "energyWh", channel(energy.path("Total"), i), 1000);
            }
        }
        return message.isEmpty() ? List.of() : List.of(new Said(MessageKind.STATE, time(json), message.toString()));
    }

    private List<Said> result(Account account, JsonNode json) {
        List<Said> said = new ArrayList<>();
        for (int i = 0; i < account.circuits().size(); i++) {
            String name = powerName(account, i);
            String power = json.path(name).asString("");
            if (!power.isEmpty()) {
                Pending.Command command = pending.take(account.id(), name);
                if (command != null) {
                    said.add(new Said(MessageKind.ACK, null, Pending.ack(command, true)));
                }
                said.add(new Said(
                        MessageKind.EVT,
                        null,
                        "{\"kind\":\"switched\",\"circuit\":\""
                                + account.circuits().get(i) + "\",\"on\":" + power.equals("ON") + ",\"by\":"
                                + (command == null ? "null" : "\"command\"") + "}"));
            }
        }
        JsonNode contact = json.path("Switch1").path("Action");
        if (contact.isString()) {
            String kind = contact.asString().equals("ON") ? "door-open" : "door-closed";
            said.add(new Said(MessageKind.EVT, null, "{\"kind\":\"" + kind + "\"}"));
        }
        return said;
    }

    @Override
    public List<Order> tell(Account account, JsonNode command) {
        String to = "cmnd/" + account.id() + "/";
        return switch (command.path("kind").asString("")) {
            case "switch" -> switches(account, command, to);
            case "read" -> List.of(new Order(to + "STATE", ""), new Order(to + "STATUS", "10"));
            default -> List.of();
        };
    }

    private List<Order> switches(Account account, JsonNode command, String to) {
        List<Order> orders = new ArrayList<>();
        Pending.Command waiting = new Pending.Command(
                command.path("id").asString(""), command.path("seq").asLong());
        for (JsonNode target : command.path("targets")) {
            int relay = account.circuits().indexOf(target.path("circuit").asString(""));
            if (relay >= 0) {
                String name = powerName(account, relay);
                pending.put(account.id(), name, waiting);
                orders.add(new Order(to + name, command.path("on").asBoolean() ? "ON" : "OFF"));
            }
        }
        if (!orders.isEmpty()) {
            orders.add(new Order(to + "STATUS", "10"));
        }
        return orders;
    }

    /** A board with one relay leaves the number out. */
    private static String powerName(Account account, int index) {
        return account.circuits().size() == 1 ? "POWER" : "POWER" + (index + 1);
    }

    /** A meter with several channels reports a list, one with a single channel a number that is of all relays together. */
    private static JsonNode channel(JsonNode value, int index) {
        return value.isArray() ? value.path(index) : value;
    }

    private static void number(ObjectNode to, String name, JsonNode value, double factor) {
        if (value.isNumber()) {
            to.put(name, Math.round(value.asDouble() * factor * 10) / 10.0);
        }
    }

    private static @Nullable Instant time(JsonNode json) {
        try {
            return LocalDateTime.parse(json.path("Time").asString(""))
                    .atZone(Texts.ZONE)
                    .toInstant();
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static JsonNode read(byte[] payload) throws JacksonException {
        return JsonMapper.shared().readTree(payload);
    }
}
