package vn.langso.places;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import vn.langso.places.PlaceRecords.Name;
import vn.langso.places.PlaceRecords.Parent;
import vn.langso.places.PlaceRecords.Succession;
import vn.langso.places.PlaceRecords.Unit;

/** One place inside the tree with everything that points at it. Filled while the tree is built, never changed after. */
final class PlaceNode {

    private final Unit unit;
    private final List<Name> names = new ArrayList<>(1);
    private final List<Parent> parents = new ArrayList<>(2);
    private final List<Parent> children = new ArrayList<>(0);
    private final List<Succession> into = new ArrayList<>(1);
    private final List<Succession> outOf = new ArrayList<>(0);
    private final List<Place> states = new ArrayList<>(1);
    private int[] ranks = {};

    PlaceNode(Unit unit) {
        this.unit = unit;
    }

    UUID id() {
        return unit.id();
    }

    Unit unit() {
        return unit;
    }

    List<Name> names() {
        return names;
    }

    List<Parent> parents() {
        return parents;
    }

    List<Parent> children() {
        return children;
    }

    List<Succession> into() {
        return into;
    }

    List<Succession> outOf() {
        return outOf;
    }

    boolean existsOn(LocalDate day) {
        return unit.span().has(day);
    }

    /** The parent relation that still holds; null for the root and for places that have ended. */
    @Nullable
    Parent openParent() {
        return parents.stream()
                .filter(link -> link.span().to() == null)
                .findFirst()
                .orElse(null);
    }

    /** The last day on which something about the place began: changes must come after it. */
    LocalDate lastBegin() {
        LocalDate last = unit.span().from();
        for (Name name : names) {
            last = later(last, name.span().from());
        }
        for (Parent parent : parents) {
            last = later(last, parent.span().from());
        }
        return last;
    }

    /** Puts names into their order in time and makes the state for each. */
    void settle(PlaceOrder order) {
        if (names.isEmpty()) {
            throw new IllegalStateException("Place " + unit.code() + " has no name");
        }
        names.sort(Comparator.comparing(name -> name.span().from()));
        parents.sort(Comparator.comparing(link -> link.span().from()));
        ranks = new int[names.size()];
        for (int i = 0; i < ranks.length; i++) {
            Name name = names.get(i);
            ranks[i] = order.rank(name);
            states.add(new Place(
                    unit.id(),
                    unit.code(),
                    unit.kind(),
                    name.unitType(),
                    name.name(),
                    UnitType.fullName(name.unitType(), name.name()),
                    unit.span().from(),
                    unit.span().to()));
        }
    }

    /** The place as called on the day; before its first day the first name, after its last the last. */
    Place at(LocalDate day) {
        return states.get(indexAt(day));
    }

    int rankAt(LocalDate day) {
        return ranks[indexAt(day)];
    }

    private int indexAt(LocalDate day) {
        int index = names.size() - 1;
        while (index > 0 && day.isBefore(names.get(index).span().from())) {
            index--;
        }
        return index;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
