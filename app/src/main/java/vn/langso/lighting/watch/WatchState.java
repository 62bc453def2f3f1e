package vn.langso.lighting.watch;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import vn.langso.lighting.alarms.AlarmKind;
import vn.langso.lighting.alarms.AlarmSubject;

/**
 * What the watch remembers of a cabinet between two messages. It changes when something happens, not with every message.
 *
 * @param burning circuits last seen to burn
 * @param dark circuits that should burn and do not, since when
 * @param doorOpenedAt the last opening of the door; null when none is remembered
 * @param watched what is wrong, told as an alarm or not yet
 */
record WatchState(
        Set<UUID> burning,
        Map<UUID, Dark> dark,
        @Nullable Instant doorOpenedAt,
        boolean doorOpen,
        List<Watched> watched) {

    /**
     * A circuit that should burn and does not.
     *
     * @param burned true when it had burned until then, false when it never came on
     * @param lost how many of its lamps are dark
     * @param atOnce how many of them went at that moment
     */
    record Dark(Instant since, boolean burned, int lost, int atOnce) {}

    /**
     * Something wrong.
     *
     * @param alarmId its alarm; null until it was seen for long enough
     * @param absentSince since when it is no longer seen; null while it is
     */
    record Watched(
            AlarmKind kind,
            AlarmSubject subject,
            Instant firstAt,
            @Nullable UUID alarmId,
            @Nullable Instant absentSince,
            List<String> lamps) {

        boolean isAbout(AlarmKind otherKind, AlarmSubject otherSubject) {
            return kind == otherKind && subject.equals(otherSubject);
        }

        Watched alarmed(UUID id) {
            return new Watched(kind, subject, firstAt, id, null, lamps);
        }

        Watched absent(@Nullable Instant since) {
            return new Watched(kind, subject, firstAt, alarmId, since, lamps);
        }

        Watched with(List<String> newLamps) {
            return new Watched(kind, subject, firstAt, alarmId, null, newLamps);
        }
    }

    private static final WatchState EMPTY = new WatchState(Set.of(), Map.of(), null, false, List.of());

    static WatchState empty() {
        return EMPTY;
    }

    WatchState watching(List<Watched> now) {
        return now.equals(watched) ? this : new WatchState(burning, dark, doorOpenedAt, doorOpen, now);
    }

    /** True if an alarm of this kind and subject is open. */
    boolean isOpen(AlarmKind kind, AlarmSubject subject) {
        return watched.stream().anyMatch(one -> one.isAbout(kind, subject) && one.alarmId() != null);
    }

    /** With what the sight tells of doors, burning and dark circuits; the same object when nothing changed. */
    WatchState seeing(Sight sight) {
        boolean opened = sight.isDoorOpen() && !doorOpen;
        boolean open = sight.doorOpen() == null ? doorOpen : sight.isDoorOpen();
        boolean changed = opened || open != doorOpen;
        for (CircuitSight circuit : sight.circuits()) {
            changed |= circuit.burns() != burning.contains(circuit.id())
                    || isDark(circuit) != dark.containsKey(circuit.id())
                    || lost(circuit) > lostBefore(circuit);
        }
        if (!changed) {
            return this;
        }
        Set<UUID> nowBurning = new HashSet<>();
        Map<UUID, Dark> nowDark = new HashMap<>();
        for (CircuitSight circuit : sight.circuits()) {
            if (circuit.burns()) {
                nowBurning.add(circuit.id());
            }
            remember(circuit, sight.at(), nowBurning, nowDark);
        }
        return new WatchState(nowBurning, nowDark, opened ? sight.at() : doorOpenedAt, open, watched);
    }

    private void remember(CircuitSight circuit, Instant at, Set<UUID> nowBurning, Map<UUID, Dark> nowDark) {
        Dark before = dark.get(circuit.id());
        boolean unknown = circuit.on() == null && circuit.powerW() == null;
        if (unknown || (circuit.powerW() == null && !circuit.relayOff())) {
            if (before != null) {
                nowDark.put(circuit.id(), before);
            }
            if (burning.contains(circuit.id())) {
                nowBurning.add(circuit.id());
            }
        } else if (isDark(circuit)) {
            int lost = lost(circuit);
            int lostBefore = lostBefore(circuit);
            nowDark.put(
                    circuit.id(),
                    before != null && lostBefore >= lost
                            ? before
                            : new Dark(at, burning.contains(circuit.id()), lost, lost - lostBefore));
        }
    }

    private int lostBefore(CircuitSight circuit) {
        Dark before = dark.get(circuit.id());
        return before == null ? 0 : before.lost();
    }

    /** Not as lit as it should be: all of it, or some lamps. */
    private static boolean isDark(CircuitSight circuit) {
        return circuit.wanted().lit() && lost(circuit) > 0;
    }

    private static int lost(CircuitSight circuit) {
        if (!circuit.wanted().lit()) {
            return 0;
        }
        return circuit.relayOff() || circuit.measuredDark() ? circuit.lamps().size() : circuit.lostLamps();
    }
}
