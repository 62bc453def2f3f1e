package vn.langso.lighting.cuts;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.langso.audit.Audit;
import vn.langso.audit.Change;
import vn.langso.kernel.Ids;
import vn.langso.kernel.Problem;
import vn.langso.kernel.ProblemException;
import vn.langso.lighting.LightingAssets;
import vn.langso.places.Place;
import vn.langso.places.PlaceTree;
import vn.langso.places.Places;
import vn.langso.shell.Caller;

/**
 * The cuts that are known beforehand.
 *
 * <p>Reading needs {@code lighting.read}, entering and ending {@code lighting.plan} at the place; each leaves an audit row. Refusals are
 * {@code LGT-221} to {@code LGT-230}.
 */
@Service
public class PlannedCuts {

    static final String READ = LightingAssets.READ;
    static final String EDIT = "lighting.plan";

    /** Crews begin early and end late. */
    private static final Duration EARLY_OR_LATE = Duration.ofMinutes(15);

    /** No announced cut lasts longer: a wrong year would hide every outage until then. */
    private static final Duration LONGEST = Duration.ofDays(7);

    private static final int LONGEST_TEXT = 500;

    private final CutStore store;
    private final Places places;
    private final Audit audit;
    private final InstantSource clock;

    PlannedCuts(CutStore store, Places places, Audit audit, InstantSource clock) {
        this.store = store;
        this.places = places;
        this.audit = audit;
        this.clock = clock;
    }

    /** The cut that holds for the village at the moment, announced for itself or its commune; empty when there is none. */
    @Transactional(readOnly = true)
    public Optional<PlannedCut> holding(UUID village, Instant at) {
        return store.holding(above(village), at.minus(EARLY_OR_LATE), at.plus(EARLY_OR_LATE));
    }

    /** Enters a cut and returns its id. */
    @Transactional
    UUID enter(Caller caller, NewCut cut) {
        caller.require(EDIT, cut.placeId());
        List<Problem> problems = check(cut);
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        UUID id = Ids.next();
        if (!store.insert(id, cut, caller.name(), clock.instant())) {
            throw Problem.of(CutProblem.KNOWN_ALREADY).asException();
        }
        audit.changed(caller, new Change("lighting.enter-cut", cut.placeId(), "planned-cut", id, null, cut));
        return id;
    }

    /** Enters all cuts of an announcement that are not known yet, or none when one is wrong; says how many. */
    @Transactional
    int enterAll(Caller caller, List<NewCut> cuts) {
        int entered = 0;
        for (NewCut cut : cuts) {
            try {
                enter(caller, cut);
                entered++;
            } catch (ProblemException refused) {
                if (refused.problems().getFirst().code() != CutProblem.KNOWN_ALREADY) {
                    throw refused;
                }
            }
        }
        return entered;
    }

    /** Ends a cut before its time: the power is back, or it was called off. */
    @Transactional
    void end(Caller caller, UUID id) {
        PlannedCut cut =
                store.find(id).orElseThrow(() -> Problem.of(CutProblem.UNKNOWN).asException());
        caller.require(EDIT, cut.placeId());
        if (store.end(id, clock.instant())) {
            audit.changed(caller, new Change("lighting.end-cut", cut.placeId(), "planned-cut", id, cut, null));
        }
    }

    /** Those that concern the place: its own, of what lies in it and of what it lies in; the latest first. */
    @Transactional(readOnly = true)
    List<PlannedCut> list(Caller caller, UUID placeId, @Nullable UUID after, int limit) {
        caller.require(READ, placeId);
        Set<UUID> concerned = new HashSet<>(above(placeId));
        PlaceTree tree = places.tree();
        concerned.addAll(tree.covered(placeId));
        return store.list(concerned, after, limit);
    }

    /** The place with all it lies in today. */
    private Set<UUID> above(UUID placeId) {
        PlaceTree tree = places.tree();
        Set<UUID> ids = new HashSet<>();
        Place place = tree.get(placeId);
        ids.add(place.id());
        tree.path(placeId, tree.today()).forEach(one -> ids.add(one.id()));
        return ids;
    }

    private static List<Problem> check(NewCut cut) {
        List<Problem> problems = new ArrayList<>();
        if (!cut.to().isAfter(cut.from())) {
            problems.add(Problem.at("to", CutProblem.ENDS_BEFORE_START));
        } else if (Duration.between(cut.from(), cut.to()).compareTo(LONGEST) > 0) {
            problems.add(Problem.at("to", CutProblem.TOO_LONG, LONGEST.toDays()));
        }
        if (cut.source().isBlank()) {
            problems.add(Problem.at("source", CutProblem.SOURCE_NEEDED));
        }
        if (cut.source().length() > LONGEST_TEXT || cut.note().length() > LONGEST_TEXT) {
            problems.add(Problem.at("note", CutProblem.TEXT_LONG, LONGEST_TEXT));
        }
        return problems;
    }
}
