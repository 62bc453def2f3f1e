package vn.langso.lighting.readings;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * How a cabinet is, as it reported. Arrays are by slot and never changed; null in them means that it did not say.
 *
 * @param at when it was so, by our clock
 * @param mode "remote" or "local"; null when it did not say
 * @param door "open" or "closed"
 * @param breaker "tripped" or "closed"
 * @param supply whether the mains are there
 * @param powerDw tenths of a watt of each circuit
 * @param voltageDv tenths of a volt
 * @param energyWh what each circuit's meter counted since it was made
 * @param loop false where the cable of the circuit is open
 * @param lampDw tenths of a watt of each lamp, from lamp controllers alone
 */
@SuppressWarnings("ArrayRecordComponent") // fifty thousand readings a second pass through; nobody compares them
public record CabinetState(
        UUID cabinetId,
        long seq,
        Instant at,
        Instant receivedAt,
        @Nullable String mode,
        @Nullable String door,
        @Nullable String breaker,
        @Nullable Boolean supply,
        @Nullable Long planVersion,
        @Nullable String planHash,
        @Nullable Boolean[] on,
        @Nullable Integer[] powerDw,
        @Nullable Integer[] voltageDv,
        @Nullable Long[] energyWh,
        @Nullable Boolean[] loop,
        @Nullable Boolean[] lampOn,
        @Nullable Integer[] lampDw) {

    /** Watts of the circuit; null when it did not say. */
    public @Nullable Double powerW(int slot) {
        Integer dw = slot < powerDw.length ? powerDw[slot] : null;
        return dw == null ? null : dw / 10.0;
    }

    /** Whether the contactor of the circuit is closed; null when it did not say. */
    public @Nullable Boolean isOn(int slot) {
        return slot < on.length ? on[slot] : null;
    }

    /** Watts of the lamp; null without a lamp controller. */
    public @Nullable Double lampW(int slot) {
        Integer dw = slot < lampDw.length ? lampDw[slot] : null;
        return dw == null ? null : dw / 10.0;
    }
}
