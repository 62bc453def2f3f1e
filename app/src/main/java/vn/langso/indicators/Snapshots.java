package vn.langso.indicators;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import vn.langso.places.Place;
import vn.langso.places.PlaceTree;
import vn.langso.places.Places;

/** Keeps what all indicators say at the end of a month, for villages and for the places above them. */
@Component
class Snapshots {

    /** Rows per statement: large enough to be quick, small enough that its arrays stay below a megabyte. */
    private static final int CHUNK = 5000;

    private static final String COUNTRY = "VN";

    private final Sources sources;
    private final SnapshotStore store;
    private final Places places;
    private final InstantSource clock;

    Snapshots(Sources sources, SnapshotStore store, Places places, InstantSource clock) {
        this.sources = sources;
        this.store = store;
        this.places = places;
        this.clock = clock;
    }

    /** Keeps the month; what was kept of it before stays as it is. */
    @Transactional
    void keep(YearMonth month) {
        LocalDate lastDay = month.atEndOfMonth();
        PlaceTree tree = places.tree();
        List<IndicatorPart> rolledUp = rollUp(tree, sources.parts(lastDay, everyPlace(tree, lastDay)), lastDay);
        SnapshotStore.chunks(rolledUp, CHUNK).forEach(chunk -> store.insert(month, clock.instant(), chunk));
    }

    /** Every part added to its own place and to each place above it on the day. */
    static List<IndicatorPart> rollUp(PlaceTree tree, List<IndicatorPart> parts, LocalDate on) {
        Map<UUID, List<UUID>> paths = new HashMap<>();
        Map<UUID, Map<String, IndicatorSum>> sums = new HashMap<>();
        for (IndicatorPart part : parts) {
            List<UUID> path = paths.computeIfAbsent(
                    part.placeId(),
                    id -> tree.path(id, on).stream().map(Place::id).toList());
            for (UUID place : path) {
                sums.computeIfAbsent(place, _ -> new HashMap<>())
                        .merge(part.code(), IndicatorSum.of(part), IndicatorSum::plus);
            }
        }
        List<IndicatorPart> rolledUp = new ArrayList<>();
        sums.forEach((place, byCode) -> byCode.forEach(
                (code, sum) -> rolledUp.add(new IndicatorPart(code, place, sum.numerator(), sum.denominator()))));
        return rolledUp;
    }

    private static Set<UUID> everyPlace(PlaceTree tree, LocalDate on) {
        return tree.byCode(COUNTRY, on)
                .map(country -> Subtree.of(tree, country.id(), on))
                .orElse(Set.of());
    }
}
