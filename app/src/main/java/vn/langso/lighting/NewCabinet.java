package vn.langso.lighting;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A cabinet to be recorded with its roads and lamps.
 *
 * @param since first day of all of it
 */
public record NewCabinet(
        UUID placeId,
        String code,
        String name,
        @Nullable String deviceId,
        boolean lampControllers,
        @Nullable Spot spot,
        LocalDate since,
        List<NewRoad> roads) {

    /** A road with its lamps in their order; one of that code that is there already is taken. */
    public record NewRoad(String code, String name, List<NewLamp> lamps) {}

    /**
     * A lamp on a pole of its own.
     *
     * @param circuit name of its circuit on the wire, "3a"
     * @param phase of that circuit; the first lamp decides
     */
    public record NewLamp(
            String code,
            String circuit,
            String phase,
            Lamp.Type type,
            int watts,
            @Nullable Spot spot,
            @Nullable LocalDate warrantyUntil) {}
}
