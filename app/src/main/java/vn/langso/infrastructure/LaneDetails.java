package vn.langso.infrastructure;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What is known of one lane.
 *
 * @param lengthM length in metres; null when nobody measured it
 * @param services fibre and mobile coverage in the lane, by operator
 */
public record LaneDetails(
        String name,
        @Nullable Integer lengthM,
        LocalDate since,
        @Nullable LocalDate until,
        String source,
        List<NetworkOffer> services) {

    public LaneDetails {
        services = List.copyOf(services);
    }

    /** The same lane with another last day. */
    public LaneDetails until(LocalDate lastDay) {
        return new LaneDetails(name, lengthM, since, lastDay, source, services);
    }
}
