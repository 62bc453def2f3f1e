package vn.langso.lighting.commands;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import vn.langso.lighting.Circuit;

/** Writes what a cabinet is told, as docs/devices.md describes it. */
final class PartMessages {

    private PartMessages() {}

    /** Codes of circuits hold no sign that JSON would have to escape. */
    static String json(UUID id, long seq, Order order, List<Circuit> circuits, Instant now, Instant expires) {
        Integer level = order.level();
        String targets = circuits.stream()
                .map(circuit -> "{\"circuit\":\"" + circuit.code() + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
        String head = "{\"id\":\"" + id + "\",\"seq\":" + seq + ",\"issuedAt\":\"" + now + "\",\"expires\":\"" + expires
                + "\"";
        if (level == null) {
            return head + ",\"kind\":\"resume\",\"targets\":" + targets + "}";
        }
        Instant until = order.until();
        return head + ",\"kind\":\"switch\",\"targets\":" + targets
                + ",\"on\":" + (level > 0)
                + ",\"dimPercent\":" + (level > 0 && level < 100 ? level.toString() : "null")
                + ",\"until\":" + (until == null ? "null" : "\"" + until + "\"") + "}";
    }
}
