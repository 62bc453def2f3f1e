package vn.langso.lighting.commands;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What somebody wants of lights.
 *
 * @param percent for {@link Action#DIM}: 1 to 100
 * @param until when the programme takes over again; null until the programme's next switch would be asked for
 * @param reason in the person's words; needed to darken at night
 * @param key makes the same request sent twice one command; null where that cannot happen
 */
public record Order(
        Target target,
        Action action,
        @Nullable Integer percent,
        @Nullable Instant until,
        String reason,
        @Nullable String key) {

    public enum Action {
        ON,
        OFF,
        DIM,
        RESUME;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Action> ofCode(String code) {
            return java.util.Arrays.stream(values())
                    .filter(action -> action.code().equals(code))
                    .findFirst();
        }
    }

    /** Which lights: those of a place, of a road, of a cabinet, or one lamp. */
    public sealed interface Target {

        record OfPlace(UUID placeId) implements Target {}

        record OfRoad(UUID roadId) implements Target {}

        record OfCabinet(UUID cabinetId) implements Target {}

        record OfLamp(UUID lampId) implements Target {}
    }

    /** 0 is dark, 100 full; null gives the lights back to the programme. */
    @Nullable
    Integer level() {
        return switch (action) {
            case ON -> Integer.valueOf(100);
            case OFF -> Integer.valueOf(0);
            case DIM -> percent;
            case RESUME -> null;
        };
    }
}
