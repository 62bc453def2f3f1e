package vn.langso.lighting.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import vn.langso.lighting.alarms.AlarmKind;
import vn.langso.lighting.alarms.AlarmSubject;
import vn.langso.lighting.alarms.Ending;
import vn.langso.lighting.watch.WatchState.Watched;

/**
 * Makes alarms of what is seen: one of a subject and kind at a time, begun when seen for long enough, ended when no longer seen for a
 * while, so that a loose contact is one alarm.
 */
class Damping {

    private final WatchSettings settings;
    private final Supplier<UUID> ids;

    Damping(WatchSettings settings, Supplier<UUID> ids) {
        this.settings = settings;
        this.ids = ids;
    }

    /** The state after the verdict, and what becomes of alarms. */
    record Step(WatchState state, List<Move> moves) {}

    Step step(WatchState state, Verdict verdict, Instant at, boolean lightWanted) {
        if (verdict.findings().isEmpty() && state.watched().isEmpty()) {
            return new Step(state, List.of());
        }
        List<Watched> now = new ArrayList<>();
        List<Move> moves = new ArrayList<>();
        for (Watched one : state.watched()) {
            if (find(verdict, one.kind(), one.subject()) == null) {
                absent(one, verdict, at, lightWanted, now, moves);
            }
        }
        for (Finding finding : verdict.findings()) {
            now.add(present(state, finding, at, moves));
        }
        return new Step(state.watching(List.copyOf(now)), moves);
    }

    private Watched present(WatchState state, Finding finding, Instant at, List<Move> moves) {
        Watched one = state.watched().stream()
                .filter(watched -> watched.isAbout(finding.kind(), finding.subject()))
                .findFirst()
                .orElseGet(() -> new Watched(finding.kind(), finding.subject(), at, null, null, finding.lamps()));
        UUID open = one.alarmId();
        if (open != null) {
            if (!one.lamps().equals(finding.lamps())) {
                moves.add(new Move.Changed(open, finding));
            }
            return one.with(finding.lamps());
        }
        if (at.isBefore(one.firstAt().plus(settings.patience(finding.kind())))) {
            return one.with(finding.lamps());
        }
        UUID id = ids.get();
        moves.add(new Move.Opened(id, finding, one.firstAt()));
        return one.with(finding.lamps()).alarmed(id);
    }

    private void absent(
            Watched one, Verdict verdict, Instant at, boolean lightWanted, List<Watched> now, List<Move> moves) {
        UUID open = one.alarmId();
        if (open == null) {
            if (verdict.holds(one)) {
                now.add(one);
            }
            return;
        }
        if (isExplained(one, verdict)) {
            moves.add(new Move.Ended(open, at, Ending.EXPLAINED));
        } else if (verdict.holds(one)) {
            now.add(one.absent(null));
        } else if (one.absentSince() == null) {
            now.add(one.absent(at));
        } else if (at.isBefore(one.absentSince().plus(settings.quiet()))) {
            now.add(one);
        } else {
            moves.add(new Move.Ended(open, one.absentSince(), ending(one, lightWanted)));
        }
    }

    /** Door and switch belong to the tampering that follows; a road belongs to its cabinet when all roads are concerned. */
    private static boolean isExplained(Watched one, Verdict verdict) {
        boolean ofTampering = one.kind() == AlarmKind.DOOR_OPEN || one.kind() == AlarmKind.LOCAL_MODE;
        return verdict.findings().stream()
                .anyMatch(finding -> (ofTampering && finding.kind() == AlarmKind.TAMPERING)
                        || (finding.kind() == one.kind()
                                && finding.subject().type() == AlarmSubject.Type.CABINET
                                && one.subject().type() == AlarmSubject.Type.ROAD));
    }

    private static Ending ending(Watched one, boolean lightWanted) {
        return switch (one.kind()) {
            case TAMPERING, CIRCUIT_FAULT, WRONG_PLAN, LAMP_FAULT, CABINET_SILENT, OVERLOAD ->
                lightWanted ? Ending.BACK : Ending.NO_LIGHT_WANTED;
            case CABLE_CUT, DOOR_OPEN, LOCAL_MODE, BREAKER_TRIPPED, SUPPLY_OUTAGE, UNEXPECTED_ON, PLANNED_CUT ->
                Ending.BACK;
        };
    }

    private static @Nullable Finding find(Verdict verdict, AlarmKind kind, AlarmSubject subject) {
        for (Finding finding : verdict.findings()) {
            if (finding.kind() == kind && finding.subject().equals(subject)) {
                return finding;
            }
        }
        return null;
    }
}
