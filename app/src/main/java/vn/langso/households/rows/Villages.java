package vn.langso.households.rows;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import vn.langso.kernel.Folding;
import vn.langso.kernel.Problem;
import vn.langso.places.Place;
import vn.langso.places.PlaceKind;
import vn.langso.places.PlaceTree;

/** The villages that a sheet may name, by code, name or full name; only those of the caller. */
public final class Villages {

    private final PlaceTree tree;
    private final Map<String, Set<UUID>> byKey = new HashMap<>();
    private final Map<String, Object> found = new HashMap<>();
    private final List<Place> all;

    /** All villages in which the caller may import. */
    public Villages(PlaceTree tree, Set<UUID> allowed) {
        this.tree = tree;
        this.all = allowed.stream()
                .map(tree::find)
                .flatMap(java.util.Optional::stream)
                .filter(place -> place.kind() == PlaceKind.VILLAGE && place.validTo() == null)
                .toList();
        for (Place village : all) {
            for (String name : List.of(village.code(), village.name(), village.fullName())) {
                byKey.computeIfAbsent(Folding.fold(name), key -> new HashSet<>())
                        .add(village.id());
            }
        }
    }

    public List<Place> all() {
        return all;
    }

    /** Id of the village, or the {@link Problem} with it. */
    Object find(String cell) {
        Object known = found.get(cell);
        if (known == null) {
            known = look(cell);
            // A sheet of a million different wrong names must not fill the memory.
            if (found.size() < 10_000) {
                found.put(cell, known);
            }
        }
        return known;
    }

    private Object look(String cell) {
        if (cell.isBlank()) {
            return Problem.at("village", ImportProblem.VILLAGE_MISSING);
        }
        String shown = cell.length() > 60 ? cell.substring(0, 60) : cell;
        Set<UUID> ids = byKey.getOrDefault(Folding.fold(cell), Set.of());
        if (ids.size() == 1) {
            return ids.iterator().next();
        }
        if (ids.size() > 1) {
            return Problem.at("village", ImportProblem.VILLAGE_SEVERAL, shown);
        }
        @Nullable
        Place elsewhere = tree.byCode(cell.strip(), null)
                .filter(place -> place.kind() == PlaceKind.VILLAGE)
                .orElse(null);
        return Problem.at(
                "village", elsewhere == null ? ImportProblem.VILLAGE_UNKNOWN : ImportProblem.VILLAGE_OUTSIDE, shown);
    }
}
