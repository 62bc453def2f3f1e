package vn.langso.places;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import vn.langso.kernel.Folding;
import vn.langso.places.PlaceRecords.Name;

/** Search by folded name or by code over all names that places ever had. A walk over some thousand short strings: no index needed. */
final class PlaceSearch {

    private static final int NO_MATCH = Integer.MAX_VALUE;

    private static final Comparator<Hit> BEST_FIRST = Comparator.comparing((Hit hit) -> !hit.current)
            .thenComparingInt(hit -> hit.score)
            .thenComparing(hit -> hit.node.unit().kind())
            .thenComparingInt(hit -> hit.entry.rank)
            .thenComparing(hit -> hit.node.unit().code())
            .thenComparing(hit -> hit.node.unit().span().from());

    private final List<Entry> entries = new ArrayList<>();

    PlaceSearch(Collection<PlaceNode> nodes, PlaceOrder order) {
        for (PlaceNode node : nodes) {
            for (Name name : node.names()) {
                entries.add(new Entry(
                        node,
                        name,
                        Folding.fold(name.name()),
                        Folding.fold(UnitType.fullName(name.unitType(), name.name())),
                        order.rank(name)));
            }
        }
    }

    Stream<Place> find(PlaceTree tree, String text, @Nullable LocalDate on) {
        List<String> parts = Arrays.stream(Folding.fold(text).split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
        if (parts.isEmpty()) {
            return Stream.empty();
        }
        Map<UUID, Hit> hits = new HashMap<>();
        for (Entry entry : entries) {
            int score = on == null || isAsked(entry, on) ? score(entry, parts.getFirst()) : NO_MATCH;
            if (score != NO_MATCH && liesIn(tree, entry, on, parts.subList(1, parts.size()))) {
                Hit hit = new Hit(entry.node, entry, score, entry.node.existsOn(on == null ? tree.today() : on));
                hits.merge(entry.node.id(), hit, (a, b) -> BEST_FIRST.compare(a, b) <= 0 ? a : b);
            }
        }
        LocalDate shown = on == null ? tree.today() : on;
        return hits.values().stream().sorted(BEST_FIRST).map(hit -> hit.node.at(shown));
    }

    private static boolean isAsked(Entry entry, LocalDate on) {
        return entry.node.existsOn(on) && entry.name.span().has(on);
    }

    private static int score(Entry entry, String text) {
        if (entry.folded.equals(text) || entry.node.unit().code().equalsIgnoreCase(text)) {
            return 0;
        }
        if (entry.folded.startsWith(text)) {
            return 1;
        }
        if (entry.full.startsWith(text)) {
            return 2;
        }
        if (entry.node.unit().code().startsWith(text)) {
            return 3;
        }
        int at = entry.full.indexOf(text);
        if (at < 0) {
            return NO_MATCH;
        }
        return entry.full.contains(" " + text) ? 4 : 5;
    }

    private static boolean liesIn(PlaceTree tree, Entry entry, @Nullable LocalDate on, List<String> parts) {
        if (parts.isEmpty()) {
            return true;
        }
        LocalDate day = on == null ? lastDay(entry, tree.today()) : on;
        List<Place> path = tree.path(entry.node.id(), day);
        String above = path.subList(0, path.size() - 1).stream()
                .map(place -> Folding.fold(place.fullName()))
                .collect(Collectors.joining("\n"));
        return parts.stream().allMatch(above::contains);
    }

    private static LocalDate lastDay(Entry entry, LocalDate today) {
        LocalDate to = entry.name.span().to();
        return to == null || to.isAfter(today) ? today : to;
    }

    private record Entry(PlaceNode node, Name name, String folded, String full, int rank) {}

    private record Hit(PlaceNode node, Entry entry, int score, boolean current) {}
}
