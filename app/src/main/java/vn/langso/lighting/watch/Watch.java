package vn.langso.lighting.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import vn.langso.kernel.Ids;
import vn.langso.lighting.Layout;
import vn.langso.lighting.alarms.AlarmKind;
import vn.langso.lighting.alarms.AlarmSubject;
import vn.langso.lighting.alarms.Alarms;
import vn.langso.lighting.alarms.CabinetWork;
import vn.langso.lighting.alarms.NewAlarm;
import vn.langso.lighting.cuts.PlannedCuts;
import vn.langso.lighting.watch.WatchState.Watched;
import vn.langso.places.Place;
import vn.langso.places.PlaceTree;
import vn.langso.places.Places;

/**
 * Runs the rules over what cabinets report, in the transaction that keeps the readings.
 *
 * <p>Most messages change nothing: they cost one read for the whole batch. When something happens the cabinet's memory is locked and judged
 * again, so that two copies of the program raise one alarm.
 */
@Service
@EnableConfigurationProperties(WatchSettings.class)
class Watch {

    private static final Set<AlarmKind> OUT =
            Set.of(AlarmKind.SUPPLY_OUTAGE, AlarmKind.PLANNED_CUT, AlarmKind.CABINET_SILENT);

    /** A circuit is switched every day. */
    private static final Duration SWITCHES_BACK = Duration.ofDays(2);

    private final WatchStore store;
    private final Alarms alarms;
    private final PlannedCuts cuts;
    private final ObjectProvider<CabinetWork> work;
    private final Places places;
    private final Watching watching;
    private final InstantSource clock;

    Watch(
            WatchStore store,
            Alarms alarms,
            PlannedCuts cuts,
            ObjectProvider<CabinetWork> work,
            Places places,
            WatchSettings settings,
            InstantSource clock) {
        this.store = store;
        this.alarms = alarms;
        this.cuts = cuts;
        this.work = work;
        this.places = places;
        this.watching = new Watching(settings, Ids::next);
        this.clock = clock;
    }

    /** Judges a batch, in the order of arrival for each cabinet; only the last word of a cabinet is judged, the past before it is kept. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void see(List<Seen> batch) {
        Map<UUID, Seen> last = new LinkedHashMap<>();
        List<Seen> late = new ArrayList<>();
        for (Seen seen : batch) {
            if (watching.isLate(seen.sight())) {
                late.add(seen);
            } else {
                last.put(seen.sight().cabinetId(), seen);
            }
        }
        keepLate(late);
        if (last.isEmpty()) {
            return;
        }
        Map<UUID, WatchState> states = store.states(last.keySet());
        List<Seen> happened = new ArrayList<>();
        for (Seen seen : last.values()) {
            WatchState state = states.getOrDefault(seen.sight().cabinetId(), WatchState.empty());
            if (!watching.see(state, seen.sight(), Around.quiet()).equals(unchanged(state))) {
                happened.add(seen);
            }
        }
        judgeAgain(happened, (state, seen) -> watching.see(state, withSwitches(seen.sight()), around(seen)));
    }

    /** Judges cabinets that are not heard; each sight is the last one, as of now. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void miss(List<Seen> silent, Map<UUID, Instant> since) {
        judgeAgain(
                silent,
                (state, seen) -> watching.miss(
                        state,
                        seen.sight(),
                        Objects.requireNonNull(since.get(seen.sight().cabinetId())),
                        around(seen)));
    }

    private interface Look {
        Watching.Outcome at(WatchState state, Seen seen);
    }

    private void judgeAgain(List<Seen> happened, Look look) {
        if (happened.isEmpty()) {
            return;
        }
        Map<UUID, UUID> villages = new HashMap<>();
        happened.forEach(seen ->
                villages.put(seen.sight().cabinetId(), seen.layout().cabinet().placeId()));
        Instant now = clock.instant();
        Map<UUID, WatchState> states = store.lock(villages, now);
        for (Seen seen : happened) {
            WatchState state = states.getOrDefault(seen.sight().cabinetId(), WatchState.empty());
            Watching.Outcome outcome = look.at(state, seen);
            if (!outcome.state().equals(state)) {
                store.save(seen.sight().cabinetId(), outcome.state(), outSince(outcome.state()), now);
            }
            outcome.moves().forEach(move -> apply(move, seen));
        }
    }

    private Sight withSwitches(Sight sight) {
        return sight.hasLitRelayOff()
                ? sight.switchedBy(
                        store.switchedOffBy(sight.cabinetId(), sight.at().minus(SWITCHES_BACK)))
                : sight;
    }

    private void apply(Move move, Seen seen) {
        switch (move) {
            case Move.Opened opened -> alarms.raise(alarm(opened, seen));
            case Move.Changed changed ->
                alarms.change(
                        changed.alarmId(),
                        changed.finding().roads(),
                        changed.finding().lamps(),
                        changed.finding().reasons());
            case Move.Ended ended -> alarms.end(ended.alarmId(), ended.at(), ended.ending());
        }
    }

    private static NewAlarm alarm(Move.Opened opened, Seen seen) {
        Finding finding = opened.finding();
        return new NewAlarm(
                opened.alarmId(),
                seen.layout().cabinet().placeId(),
                seen.layout().cabinet().id(),
                finding.kind(),
                finding.subject(),
                label(seen.layout(), finding.subject()),
                finding.roads(),
                finding.lamps(),
                finding.reasons(),
                seen.seq(),
                opened.since());
    }

    private void keepLate(List<Seen> late) {
        for (Seen seen : late) {
            for (Finding finding :
                    watching.see(WatchState.empty(), seen.sight(), around(seen)).late()) {
                store.late(
                        seen.layout().cabinet().placeId(),
                        seen.sight(),
                        finding,
                        label(seen.layout(), finding.subject()));
            }
        }
    }

    private Around around(Seen seen) {
        UUID cabinet = seen.sight().cabinetId();
        UUID village = seen.layout().cabinet().placeId();
        String cut = cuts.holding(village, seen.sight().at())
                .map(one -> one.source())
                .orElse(null);
        boolean underway = work.stream().anyMatch(one -> one.isUnderway(cabinet));
        return new Around(cut, () -> store.outNearby(cabinet, villagesNearby(village)), underway);
    }

    /** The villages of the commune: they hang on the same lines more often than not. */
    private Set<UUID> villagesNearby(UUID village) {
        PlaceTree tree = places.tree();
        Optional<Place> commune = tree.parent(village, tree.today());
        return commune.map(place -> tree.villagesUnder(place.id(), tree.today()))
                .orElse(Set.of(village));
    }

    private static String label(Layout layout, AlarmSubject subject) {
        return switch (subject.type()) {
            case CABINET -> layout.cabinet().name();
            case ROAD ->
                layout.road(subject.id()).code() + " "
                        + layout.road(subject.id()).name();
            case CIRCUIT -> layout.circuit(subject.id()).code();
            case LAMP ->
                layout.lamps().stream()
                        .filter(lamp -> lamp.id().equals(subject.id()))
                        .map(lamp -> lamp.code())
                        .findFirst()
                        .orElse("?");
        };
    }

    private static @Nullable Instant outSince(WatchState state) {
        return state.watched().stream()
                .filter(one -> OUT.contains(one.kind()))
                .map(Watched::firstAt)
                .min(Instant::compareTo)
                .orElse(null);
    }

    private static Watching.Outcome unchanged(WatchState state) {
        return new Watching.Outcome(state, List.of(), List.of());
    }
}
