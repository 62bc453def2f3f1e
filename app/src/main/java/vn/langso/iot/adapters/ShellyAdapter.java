package vn.langso.iot.adapters;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
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

/**
 * Shelly devices of the second generation and later over MQTT RPC, with the device's id as their prefix.
 *
 * <p>Weaker than our own protocol: no numbers, messages of QoS 0, and an answered call is the acknowledgement.
 */
final class ShellyAdapter implements Adapter {

    private static final double MILLIS = 1000;

    private final Pending pending = new Pending();

    @Override
    public List<Said> hear(Account account, String topic, byte[] payload) throws JacksonException {
        if (topic.equals(account.id() + "/online")) {
            boolean online = new String(payload, StandardCharsets.UTF_8).equals("true");
            return online ? List.of(new Said(MessageKind.EVT, null, "{\"kind\":\"started\",\"by\":null}")) : List.of();
        }
        JsonNode json = JsonMapper.shared().readTree(payload);
        if (topic.endsWith("/events/rpc")) {
            return json.path("method").asString("").startsWith("Notify")
                    ? status(account, json.path("params"))
                    : List.of();
        }
        return answer(account, json);
    }

    private List<Said> answer(Account account, JsonNode json) {
        List<Said> said = new ArrayList<>();
        Pending.Command command =
                pending.take(account.id(), String.valueOf(json.path("id").asLong()));
        if (command != null) {
            said.add(new Said(MessageKind.ACK, null, Pending.ack(command, json.has("result"))));
        }
        said.addAll(status(account, json.path("result")));
        return said;
    }

    private static List<Said> status(Account account, JsonNode status) {
        ObjectNode message = JsonMapper.shared().createObjectNode();
        JsonNode contact = status.path("input:0").path("state");
        if (contact.isBoolean()) {
            message.put("door", contact.asBoolean() ? "open" : "closed");
        }
        ArrayNode circuits = JsonMapper.shared().createArrayNode();
        for (int i = 0; i < account.circuits().size(); i++) {
            JsonNode relay = status.path("switch:" + i);
            if (relay.isObject()) {
                circuits.add(circuit(account.circuits().get(i), relay));
            }
        }
        if (!circuits.isEmpty()) {
            message.set("circuits", circuits);
        }
        return message.isEmpty() ? List.of() : List.of(new Said(MessageKind.STATE, time(status), message.toString()));
    }

    private static ObjectNode circuit(String id, JsonNode relay) {
        ObjectNode circuit = JsonMapper.shared().createObjectNode().put("id", id);
        if (relay.path("output").isBoolean()) {
            circuit.put("on", relay.path("output").asBoolean());
        }
        if (relay.path("apower").isNumber()) {
            circuit.put("powerW", relay.path("apower").asDouble());
        }
        if (relay.path("voltage").isNumber()) {
            circuit.put("voltageV", relay.path("voltage").asDouble());
        }
        if (relay.path("aenergy").path("total").isNumber()) {
            circuit.put("energyWh", relay.path("aenergy").path("total").asDouble());
        }
        return circuit;
    }

    @Override
    public List<Order> tell(Account account, JsonNode command) {
        return switch (command.path("kind").asString("")) {
            case "switch" -> switches(account, command);
            case "read" -> List.of(call(account, 0, "Shelly.GetStatus", null));
            default -> List.of();
        };
    }

    /** The call's number is the command's with two digits for the relay, so that each answer finds its command. */
    private List<Order> switches(Account account, JsonNode command) {
        List<Order> orders = new ArrayList<>();
        Pending.Command waiting = new Pending.Command(
                command.path("id").asString(""), command.path("seq").asLong());
        for (JsonNode target : command.path("targets")) {
            int relay = account.circuits().indexOf(target.path("circuit").asString(""));
            if (relay >= 0) {
                long number = waiting.seq() * 100 + relay;
                pending.put(account.id(), String.valueOf(number), waiting);
                ObjectNode params = JsonMapper.shared().createObjectNode().put("id", relay);
                params.put("on", command.path("on").asBoolean());
                orders.add(call(account, number, "Switch.Set", params));
            }
        }
        if (!orders.isEmpty()) {
            orders.add(call(account, 0, "Shelly.GetStatus", null));
        }
        return orders;
    }

    private static Order call(Account account, long number, String method, @Nullable ObjectNode params) {
        ObjectNode call = JsonMapper.shared().createObjectNode();
        call.put("id", number)
                .put("src", "langso/v1/" + account.id() + "/answer")
                .put("method", method);
        if (params != null) {
            call.set("params", params);
        }
        return new Order(account.id() + "/rpc", call.toString());
    }

    private static @Nullable Instant time(JsonNode status) {
        double ts = status.path("ts").asDouble(0);
        return ts > 0 ? Instant.ofEpochMilli((long) (ts * MILLIS)) : null;
    }
}
