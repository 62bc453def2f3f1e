package vn.langso.households.search;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.langso.households.Households;
import vn.langso.kernel.Texts;
import vn.langso.places.PlaceTree;
import vn.langso.places.Places;
import vn.langso.shell.Caller;

/** Which villages' rows a caller is shown, and by which way the database finds them quickest. */
@Component
class RegisterScope {

    /**
     * Up to so many villages each is read in order and the results are merged; with more, the whole register is read in order and the
     * others are left out. With 4,000 villages both read about as many rows at 64 (the square root).
     */
    static final int FEW = 64;

    /** "is true" keeps it a filter on rows in order: as a join it would read the villages one by one and sort everything. */
    static final String PERSONS_SHOWN = "and (p.village_id in (select v from unnest(:villages::uuid[]) v)) is true";

    static final String HOUSEHOLDS_SHOWN = "and (h.village_id in (select v from unnest(:villages::uuid[]) v)) is true";

    /** A guess may be this old: it only chooses the way, and rows that the caller does not cover are dropped in any case. */
    private static final long GUESS_AGE_MS = 30_000;

    private static final int MOST_KEPT = 2_000;

    private static final String VILLAGES_WITH_ROWS = "select village_id from households.village_count";

    private final Places places;
    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final ConcurrentHashMap<Key, Set<UUID>> under = new ConcurrentHashMap<>();
    private volatile Guess guess = new Guess(0, Set.of());

    RegisterScope(Places places, JdbcClient jdbc, InstantSource clock) {
        this.places = places;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Key(long revision, UUID placeId, LocalDate day) {}

    private record Guess(long madeAtMs, Set<UUID> villages) {}

    /**
     * What a caller is shown.
     *
     * @param villages ids of all villages covered
     * @param everything true if no other village is believed to have rows
     */
    record Shown(Set<UUID> villages, boolean everything) {

        boolean few() {
            return villages.size() <= FEW;
        }

        UUID[] array() {
            return villages.toArray(UUID[]::new);
        }
    }

    /** The villages under the place that the caller covers, today's and those that ended with people still in them. */
    Shown of(Caller caller, UUID placeId) {
        caller.require(Households.READ);
        PlaceTree tree = places.tree();
        Set<UUID> villages = villagesUnder(tree, placeId);
        Set<UUID> covered = caller.isProgram()
                ? villages
                : villages.stream().filter(caller.scope()::contains).collect(Collectors.toUnmodifiableSet());
        if (covered.isEmpty()) {
            caller.require(Households.READ, placeId);
        }
        return new Shown(covered, covered.size() > FEW && covered.containsAll(withRows()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Texts.ZONE);
    }

    private Set<UUID> villagesUnder(PlaceTree tree, UUID placeId) {
        LocalDate validTo = tree.get(placeId).validTo();
        LocalDate today = today();
        LocalDate day = validTo != null && validTo.isBefore(today) ? validTo : today;
        if (under.size() > MOST_KEPT) {
            under.clear();
        }
        return under.computeIfAbsent(new Key(tree.revision(), placeId, day), key -> tree.villagesUnder(placeId, day));
    }

    private Set<UUID> withRows() {
        Guess known = guess;
        long now = clock.millis();
        if (now - known.madeAtMs() > GUESS_AGE_MS) {
            Set<UUID> villages = jdbc.sql(VILLAGES_WITH_ROWS)
                    .query((row, index) -> row.getObject(1, UUID.class))
                    .set();
            known = new Guess(now, Set.copyOf(villages));
            guess = known;
        }
        return known.villages();
    }
}
