package vn.langso.lighting.readings;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

import vn.langso.iot.DeviceMessage;
import vn.langso.lighting.Circuit;
import vn.langso.lighting.Lamp;
import vn.langso.lighting.Layout;

/**
 * Reads messages of docs/devices.md as a stream, every value within its bounds. What makes no sense is an {@link OddMessage}, one member that
 * makes no sense is left out.
 */
final class MessageReader {

    private static final JsonFactory JSON = new JsonFactory();

    private static final Set<String> EVENTS = Set.of(
            "door-open",
            "door-closed",
            "mode-local",
            "mode-remote",
            "breaker-tripped",
            "breaker-closed",
            "supply-lost",
            "supply-back",
            "cable-open",
            "cable-closed",
            "switched",
            "started",
            "plan-stored",
            "clock-set",
            "lux");

    private static final Set<String> RESULTS = Set.of("done", "refused", "expired", "repeated");
    private static final Set<String> BY = Set.of("plan", "local", "command", "timer", "light-sensor");

    /** A cabinet feeds some hundred lamps; no contactor of one carries more. */
    private static final double MOST_WATTS = 50_000;

    private static final double MOST_VOLTS = 500;
    private static final long MOST_WH = 1_000_000_000_000L;
    private static final int LONGEST_DETAIL = 200;

    private MessageReader() {}

    /** The message makes no sense; {@code reason} is a short code for the counter. */
    static final class OddMessage extends RuntimeException {

        private static final long serialVersionUID = 1L;

        OddMessage(String reason) {
            super(reason, null, false, false);
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }

    private interface Member {
        void read(String name, JsonParser json);
    }

    /** What a report says; members that it lacks stay null. */
    static CabinetState state(Layout layout, DeviceMessage message) {
        StateDraft draft = new StateDraft(layout);
        each(message.json(), draft::read);
        return draft.state(layout, message);
    }

    static CabinetEvent event(Layout layout, DeviceMessage message) {
        EventDraft draft = new EventDraft();
        each(message.json(), draft::read);
        if (!EVENTS.contains(draft.kind)) {
            throw new OddMessage("event-unknown");
        }
        Integer slot = draft.circuit == null
                ? null
                : layout.circuit(draft.circuit).map(Circuit::slot).orElseThrow(() -> new OddMessage("circuit-unknown"));
        return new CabinetEvent(draft.kind, slot, draft.on, BY.contains(draft.by) ? draft.by : null, draft.lux);
    }

    static CabinetAnswer answer(DeviceMessage message) {
        AnswerDraft draft = new AnswerDraft();
        each(message.json(), draft::read);
        if (!RESULTS.contains(draft.result)) {
            throw new OddMessage("result-unknown");
        }
        try {
            return new CabinetAnswer(UUID.fromString(draft.command), draft.result, draft.detail);
        } catch (IllegalArgumentException e) {
            throw new OddMessage("command-unknown");
        }
    }

    private static void each(byte[] bytes, Member member) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), bytes)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new OddMessage("not-an-object");
            }
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                json.nextToken();
                member.read(name, json);
            }
        } catch (JacksonException e) {
            throw new OddMessage("broken-json");
        }
    }

    private static @Nullable String text(JsonParser json) {
        return json.currentToken() == JsonToken.VALUE_STRING ? json.getString() : null;
    }

    private static @Nullable Boolean flag(JsonParser json) {
        return switch (json.currentToken()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    /** A number from nothing up to {@code most}; null for anything else. */
    private static @Nullable Double number(JsonParser json, double most) {
        JsonToken token = json.currentToken();
        if (token != JsonToken.VALUE_NUMBER_FLOAT && token != JsonToken.VALUE_NUMBER_INT) {
            json.skipChildren();
            return null;
        }
        double value = json.getDoubleValue();
        if (!(value >= 0 && value <= most)) {
            throw new OddMessage("number-odd");
        }
        return value;
    }

    private static @Nullable Integer tenths(JsonParser json, double most) {
        Double value = number(json, most);
        return value == null ? null : (int) Math.round(value * 10);
    }

    /** Members of a state. */
    private static final class StateDraft {

        private final List<Circuit> circuits;
        private final List<Lamp> lamps;
        private final @Nullable Boolean[] on;
        private final @Nullable Integer[] powerDw;
        private final @Nullable Integer[] voltageDv;
        private final @Nullable Long[] energyWh;
        private final @Nullable Boolean[] loop;
        private @Nullable Boolean[] lampOn = {};
        private @Nullable Integer[] lampDw = {};
        private @Nullable String mode;
        private @Nullable String door;
        private @Nullable String breaker;
        private @Nullable Boolean supply;
        private @Nullable Long planVersion;
        private @Nullable String planHash;

        StateDraft(Layout layout) {
            int slots = layout.circuitSlots();
            circuits = layout.circuits();
            lamps = layout.lamps();
            on = new Boolean[slots];
            powerDw = new Integer[slots];
            voltageDv = new Integer[slots];
            energyWh = new Long[slots];
            loop = new Boolean[slots];
        }

        void read(String name, JsonParser json) {
            switch (name) {
                case "mode" -> mode = oneOf(json, "remote", "local");
                case "door" -> door = oneOf(json, "open", "closed");
                case "breaker" -> breaker = oneOf(json, "tripped", "closed");
                case "supply" -> supply = flag(json);
                case "plan" -> members(json, this::plan);
                case "circuits" -> elements(json, this::circuit);
                case "lamps" -> elements(json, this::lamp);
                default -> json.skipChildren();
            }
        }

        CabinetState state(Layout layout, DeviceMessage message) {
            return new CabinetState(
                    layout.cabinet().id(),
                    message.seq(),
                    message.at(),
                    message.receivedAt(),
                    mode,
                    door,
                    breaker,
                    supply,
                    planVersion,
                    planHash,
                    on,
                    powerDw,
                    voltageDv,
                    energyWh,
                    loop,
                    lampOn,
                    lampDw);
        }

        private void plan(String name, JsonParser json) {
            switch (name) {
                case "version" -> {
                    Double version = number(json, Integer.MAX_VALUE);
                    planVersion = version == null ? null : version.longValue();
                }
                case "hash" -> {
                    String hash = text(json);
                    planHash = hash != null && hash.matches("[0-9a-f]{64}") ? hash : null;
                }
                default -> json.skipChildren();
            }
        }

        private void circuit(JsonParser json, int index) {
            int slot = -1;
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                json.nextToken();
                if (name.equals("id")) {
                    slot = circuitSlot(text(json), index);
                } else if (slot < 0) {
                    throw new OddMessage("id-not-first");
                } else {
                    circuitMember(slot, name, json);
                }
            }
        }

        private void circuitMember(int slot, String name, JsonParser json) {
            switch (name) {
                case "on" -> on[slot] = flag(json);
                case "powerW" -> powerDw[slot] = tenths(json, MOST_WATTS);
                case "voltageV" -> voltageDv[slot] = tenths(json, MOST_VOLTS);
                case "energyWh" -> {
                    Double energy = number(json, MOST_WH);
                    energyWh[slot] = energy == null ? null : Math.round(energy);
                }
                case "loop" -> loop[slot] = flag(json);
                default -> json.skipChildren();
            }
        }

        private void lamp(JsonParser json, int index) {
            if (lampDw.length == 0 && !lamps.isEmpty()) {
                lampDw = new Integer[lamps.getLast().slot() + 1];
                lampOn = new Boolean[lampDw.length];
            }
            int slot = -1;
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                json.nextToken();
                if (name.equals("id")) {
                    slot = lampSlot(text(json), index);
                } else if (slot < 0) {
                    throw new OddMessage("id-not-first");
                } else if (name.equals("powerW")) {
                    lampDw[slot] = tenths(json, MOST_WATTS);
                } else if (name.equals("on")) {
                    lampOn[slot] = flag(json);
                } else {
                    json.skipChildren();
                }
            }
        }

        /** Devices name circuits in the order of their slots, so the first guess is nearly always right. */
        private int circuitSlot(@Nullable String code, int index) {
            if (index < circuits.size() && circuits.get(index).code().equals(code)) {
                return circuits.get(index).slot();
            }
            return circuits.stream()
                    .filter(circuit -> circuit.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> new OddMessage("circuit-unknown"))
                    .slot();
        }

        private int lampSlot(@Nullable String code, int index) {
            if (index < lamps.size() && lamps.get(index).code().equals(code)) {
                return lamps.get(index).slot();
            }
            return lamps.stream()
                    .filter(lamp -> lamp.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> new OddMessage("lamp-unknown"))
                    .slot();
        }

        private static @Nullable String oneOf(JsonParser json, String one, String other) {
            String said = text(json);
            return one.equals(said) || other.equals(said) ? said : null;
        }
    }

    private interface Element {
        void read(JsonParser json, int index);
    }

    private static void elements(JsonParser json, Element element) {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            json.skipChildren();
            return;
        }
        for (int index = 0; json.nextToken() != JsonToken.END_ARRAY; index++) {
            if (json.currentToken() != JsonToken.START_OBJECT) {
                throw new OddMessage("not-an-object");
            }
            element.read(json, index);
        }
    }

    private static void members(JsonParser json, Member member) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            member.read(name, json);
        }
    }

    private static final class EventDraft {

        private String kind = "";
        private @Nullable String circuit;
        private @Nullable Boolean on;
        private String by = "";
        private @Nullable Double lux;

        void read(String name, JsonParser json) {
            switch (name) {
                case "kind" -> kind = orEmpty(text(json));
                case "circuit" -> circuit = text(json);
                case "on" -> on = flag(json);
                case "by" -> by = orEmpty(text(json));
                case "lux" -> lux = number(json, 200_000);
                default -> json.skipChildren();
            }
        }
    }

    private static final class AnswerDraft {

        private String command = "";
        private String result = "";
        private String detail = "";

        void read(String name, JsonParser json) {
            switch (name) {
                case "command" -> command = orEmpty(text(json));
                case "result" -> result = orEmpty(text(json));
                case "detail" -> {
                    String said = orEmpty(text(json));
                    detail = said.substring(0, Math.min(said.length(), LONGEST_DETAIL));
                }
                default -> json.skipChildren();
            }
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
