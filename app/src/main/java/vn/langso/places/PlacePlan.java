package vn.langso.places;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import vn.langso.kernel.Problem;

/**
 * What a change would do, worked out before anything is written.
 *
 * @param problems why it cannot be done; the other members mean nothing while there are any
 * @param warnings what the officer should look at: {@code places.warning.*} keys with arguments
 * @param opened rows to be added
 * @param closed ids of units, names and parent relations that end on the day before
 */
record PlacePlan(List<Problem> problems, List<Warning> warnings, PlaceRecords opened, Set<UUID> closed) {

    record Warning(String key, List<Object> args) {}

    static PlacePlan refused(List<Problem> problems) {
        return new PlacePlan(
                problems, List.of(), new PlaceRecords(List.of(), List.of(), List.of(), List.of(), 0), Set.of());
    }

    /** Places that begin, end, change their name or come under another parent. */
    Set<UUID> touched() {
        Set<UUID> ids = new HashSet<>();
        opened.units().forEach(unit -> ids.add(unit.id()));
        opened.names().forEach(name -> ids.add(name.placeId()));
        opened.parents().forEach(parent -> ids.add(parent.placeId()));
        opened.successions().forEach(succession -> {
            ids.add(succession.fromId());
            ids.add(succession.toId());
        });
        return ids;
    }
}
