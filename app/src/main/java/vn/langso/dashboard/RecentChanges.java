package vn.langso.dashboard;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import vn.langso.audit.Audit;
import vn.langso.audit.AuditEntry;
import vn.langso.kernel.Texts;
import vn.langso.places.Place;
import vn.langso.places.PlaceTree;
import vn.langso.places.Places;
import vn.langso.shell.Caller;

/** What people changed lately around a place: who, what, how often, when; never about whom. */
@Component
class RecentChanges {

    /** Above it one would read the changes of half a province. */
    private static final int MOST_PLACES = 200;

    private static final int READ = 60;
    private static final int SHOWN = 6;

    private final Audit audit;
    private final Places places;
    private final InstantSource clock;

    RecentChanges(Audit audit, Places places, InstantSource clock) {
        this.audit = audit;
        this.places = places;
        this.clock = clock;
    }

    /** Changes of the same kind by the same person one after the other make one line. */
    record Line(String actor, String what, String place, String ago, OffsetDateTime at) {}

    /** Empty for readers who do not work with the register. */
    List<Line> around(UUID place, Caller caller, Texts t) {
        PlaceTree tree = places.tree();
        Set<UUID> villages = tree.villagesUnder(place, tree.today());
        if (!caller.may("households.read", place) || villages.size() > MOST_PLACES) {
            return List.of();
        }
        List<UUID> around = new ArrayList<>(villages);
        if (!villages.contains(place)) {
            around.add(place);
        }
        List<Line> lines = new ArrayList<>();
        AuditEntry newest = null;
        int number = 0;
        for (AuditEntry entry : audit.latestAt(around, READ)) {
            if (newest == null || !sameKind(newest, entry)) {
                add(lines, newest, number, tree, t);
                newest = entry;
                number = 0;
            }
            number++;
        }
        add(lines, newest, number, tree, t);
        return lines.subList(0, Math.min(SHOWN, lines.size()));
    }

    private void add(List<Line> lines, @Nullable AuditEntry newest, int number, PlaceTree tree, Texts t) {
        if (newest == null) {
            return;
        }
        String key = "dashboard.change." + newest.action();
        String what = t.say(t.has(key) ? key : "dashboard.change.other");
        UUID at = newest.placeId();
        lines.add(new Line(
                newest.actorName(),
                number == 1 ? what : t.say("dashboard.change.times", what, t.number(number)),
                at == null ? "" : tree.find(at).map(Place::fullName).orElse(""),
                t.ago(newest.at(), clock.instant()),
                newest.at()));
    }

    private static boolean sameKind(AuditEntry one, AuditEntry other) {
        return one.actorId().equals(other.actorId())
                && one.action().equals(other.action())
                && Objects.equals(one.placeId(), other.placeId());
    }
}
