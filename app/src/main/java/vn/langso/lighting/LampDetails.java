package vn.langso.lighting;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a lamp besides where it hangs.
 *
 * @param watts by its plate
 * @param since first day on its pole
 * @param warrantyUntil last day of the maker's warranty; null when there is none
 */
public record LampDetails(
        Lamp.Type type,
        int watts,
        @Nullable Spot spot,
        LocalDate since,
        @Nullable LocalDate warrantyUntil) {

    static LampDetails of(Lamp lamp) {
        return new LampDetails(lamp.type(), lamp.watts(), lamp.spot(), lamp.since(), lamp.warrantyUntil());
    }
}
