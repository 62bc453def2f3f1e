package vn.langso.indicators;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import vn.langso.places.Place;
import vn.langso.places.PlaceTree;

/** The places whose parts make up a figure: most facts hang on villages, some on communes and higher. */
final class Subtree {

    private Subtree() {}

    /** The place and all that lies below it on the day. */
    static Set<UUID> of(PlaceTree tree, UUID place, LocalDate on) {
        Set<UUID> all = new HashSet<>();
        Deque<UUID> open = new ArrayDeque<>(Set.of(place));
        while (!open.isEmpty()) {
            UUID next = open.pop();
            if (all.add(next)) {
                tree.children(next, on).forEach(child -> open.push(child.id()));
            }
        }
        return all;
    }

    /** For each place below a child of {@code parent}, and for the child itself: that child. */
    static Map<UUID, Place> byChild(PlaceTree tree, UUID parent, LocalDate on) {
        Map<UUID, Place> owners = new HashMap<>();
        for (Place child : tree.children(parent, on)) {
            of(tree, child.id(), on).forEach(below -> owners.put(below, child));
        }
        return owners;
    }
}
