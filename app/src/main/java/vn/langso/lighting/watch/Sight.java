package vn.langso.lighting.watch;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What a cabinet shows at a moment, all that is known of it put together; null is unknown.
 *
 * @param at when it was so, by our clock
 * @param receivedAt when we heard of it
 * @param previousAt when what was known before was so
 * @param doubtful true when the cabinet's clock cannot be right, so that {@code at} is a guess
 */
record Sight(
        UUID cabinetId,
        Instant at,
        Instant receivedAt,
        Instant previousAt,
        boolean doubtful,
        @Nullable Boolean local,
        @Nullable Boolean doorOpen,
        @Nullable Boolean breakerTripped,
        @Nullable Boolean supply,
        List<CircuitSight> circuits) {

    /** The same without a word on what should burn: the time it was at cannot be known. */
    Sight atAnUnknownTime() {
        List<CircuitSight> timeless = circuits.stream()
                .map(circuit -> circuit.wanting(Wanted.unknown()))
                .toList();
        return new Sight(
                cabinetId,
                receivedAt,
                receivedAt,
                previousAt,
                doubtful,
                local,
                doorOpen,
                breakerTripped,
                supply,
                timeless);
    }

    /** The same, earlier. */
    Sight at(Instant earlier) {
        return new Sight(
                cabinetId,
                earlier,
                receivedAt,
                previousAt,
                doubtful,
                local,
                doorOpen,
                breakerTripped,
                supply,
                circuits);
    }

    /** The same with who switched the circuits off, where the cabinet said so. */
    Sight switchedBy(Map<UUID, String> whom) {
        List<CircuitSight> known = circuits.stream()
                .map(circuit -> circuit.switchedOffBy(whom.get(circuit.id())))
                .toList();
        return new Sight(
                cabinetId, at, receivedAt, previousAt, doubtful, local, doorOpen, breakerTripped, supply, known);
    }

    boolean hasLitRelayOff() {
        return circuits.stream().anyMatch(circuit -> circuit.wanted().lit() && circuit.relayOff());
    }

    boolean isDoorOpen() {
        return Boolean.TRUE.equals(doorOpen);
    }

    boolean isLocal() {
        return Boolean.TRUE.equals(local);
    }

    boolean isBreakerTripped() {
        return Boolean.TRUE.equals(breakerTripped);
    }

    boolean isWithoutSupply() {
        return Boolean.FALSE.equals(supply);
    }

    boolean wantsLight() {
        for (CircuitSight circuit : circuits) {
            if (circuit.wanted().lit()) {
                return true;
            }
        }
        return false;
    }
}
