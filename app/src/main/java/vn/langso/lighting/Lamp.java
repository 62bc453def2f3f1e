package vn.langso.lighting;

import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A lamp on its pole.
 *
 * @param slot its place in the arrays of readings of its cabinet
 * @param code "T3-06", also the number of the pole
 * @param position of its pole along the road, from one
 * @param watts by its plate
 * @param warrantyUntil last day of the maker's warranty; null when there is none
 */
public record Lamp(
        UUID id,
        UUID poleId,
        UUID roadId,
        UUID circuitId,
        int slot,
        String code,
        int position,
        Type type,
        int watts,
        @Nullable Spot spot,
        LocalDate since,
        @Nullable LocalDate until,
        @Nullable LocalDate warrantyUntil) {

    public enum Type {
        LED,
        SODIUM,
        COMPACT,
        SOLAR;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
