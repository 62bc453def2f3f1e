package vn.langso.lighting.watch;

import java.util.List;
import java.util.Set;

import vn.langso.lighting.alarms.AlarmKind;
import vn.langso.lighting.watch.WatchState.Watched;

/**
 * All that is wrong at a cabinet now.
 *
 * @param findings at most one of a kind for a subject
 * @param held kinds of which nothing can be said now because a larger cause hides them: they neither begin nor end
 * @param unsaid what is watched and cannot be seen now: no watts known, or a lamp that should not burn now anyway
 */
record Verdict(List<Finding> findings, Set<AlarmKind> held, Set<Watched> unsaid) {

    static final Verdict FINE = new Verdict(List.of(), Set.of(), Set.of());

    boolean holds(Watched one) {
        return held.contains(one.kind()) || unsaid.contains(one);
    }
}
