package vn.langso.lighting.programmes;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;

/** Writes a plan for a cabinet, as docs/devices.md describes it. Codes of circuits hold no sign that JSON would have to escape. */
final class PlanMessages {

    private PlanMessages() {}

    static String json(UUID id, long seq, Instant now, Instant expires, Plan plan) {
        String initial = plan.initial().entrySet().stream()
                .map(entry -> "\"" + entry.getKey() + "\":\"" + entry.getValue() + "\"")
                .collect(Collectors.joining(",", "{", "}"));
        String switches = plan.switches().stream()
                .map(one -> "{\"at\":\"" + one.at() + "\",\"circuit\":\"" + one.circuit() + "\",\"to\":\"" + one.to()
                        + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
        return "{\"id\":\"" + id + "\",\"seq\":" + seq + ",\"issuedAt\":\"" + now + "\",\"expires\":\"" + expires
                + "\",\"kind\":\"plan\",\"plan\":{\"version\":" + plan.version() + ",\"hash\":\"" + plan.hash()
                + "\",\"from\":\""
                + plan.from() + "\",\"to\":\"" + plan.until() + "\",\"initial\":" + initial + ",\"switches\":"
                + switches + "}}";
    }
}
