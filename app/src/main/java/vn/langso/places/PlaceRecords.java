package vn.langso.places;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Everything stored about places, as it lies in the tables; {@code openedBy} and {@code closedBy} are the operations that made the row
 * and that ended it, which is what undoing goes by.
 */
record PlaceRecords(
        List<Unit> units, List<Name> names, List<Parent> parents, List<Succession> successions, long revision) {

    /** The days from {@code from} to {@code to}, both inclusive; open when {@code to} is null. */
    record Span(LocalDate from, @Nullable LocalDate to) {

        boolean has(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }

        boolean overlaps(Span other) {
            return (to == null || !other.from.isAfter(to)) && (other.to == null || !from.isAfter(other.to));
        }
    }

    /** How well a decision is known: its day, only the day of a list, not the successors, or not even its number. */
    enum Known {
        EXACT,
        LIST,
        UNVERIFIED,
        NUMBER_UNVERIFIED
    }

    /** Position and size where a source gives them; {@code communes} is the official count of a province. */
    record Figures(
            @Nullable Double latitude,
            @Nullable Double longitude,
            @Nullable Double areaKm2,
            @Nullable Integer communes) {

        static final Figures NONE = new Figures(null, null, null, null);
    }

    record Trace(UUID openedBy, @Nullable UUID closedBy) {}

    record Unit(UUID id, String code, PlaceKind kind, Span span, Figures figures, Known known, Trace trace) {}

    record Name(UUID id, UUID placeId, String unitType, String name, Span span, Trace trace) {}

    record Parent(UUID id, UUID placeId, UUID parentId, Span span, Trace trace) {}

    /** {@code part} when only a part of the old place went to the new one. */
    record Succession(UUID id, UUID fromId, UUID toId, LocalDate on, boolean part, UUID openedBy) {}
}
