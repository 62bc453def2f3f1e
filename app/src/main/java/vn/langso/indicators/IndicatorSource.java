package vn.langso.indicators;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** A module's figures. A bean of this type is all that it takes to add figures to every page, API and criterion. */
public interface IndicatorSource {

    List<IndicatorDefinition> definitions();

    /**
     * The parts of all this module's indicators in one go, for the places given, computed from records as of the day.
     *
     * <p>A place without any record may be left out.
     */
    List<IndicatorPart> parts(LocalDate on, Set<UUID> places);

    /**
     * The records behind one figure, in a stable order, at most {@code limit} of them.
     *
     * @param after id of the last record of the page before; null for the first page
     */
    List<IndicatorRecord> records(RecordQuery query, @Nullable UUID after, int limit);

    /** Whether the records name persons or their homes: then only {@code indicators.records} for the place opens them, and looks are kept. */
    default boolean showsPersons() {
        return true;
    }

    /** The persons that these records show, for the trail of looks; the ids of the records where those are persons or households. */
    default List<UUID> personsIn(List<IndicatorRecord> records) {
        return records.stream().map(IndicatorRecord::id).toList();
    }

    /** Which records: those that {@code code} counted (or missed) in these places on that day. */
    record RecordQuery(String code, Counted counted, LocalDate on, Set<UUID> places) {}
}
