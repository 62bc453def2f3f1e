package vn.langso.places;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import vn.langso.places.PlaceRecords.Name;
import vn.langso.places.PlaceRecords.Parent;
import vn.langso.places.PlaceRecords.Succession;

/** What happened to one place, the latest first: how it began, what it was called, where it belonged, what became of it. */
final class PlaceStory {

    private final PlaceTree tree;
    private final PlaceNode node;
    private final List<Chapter> chapters = new ArrayList<>();

    private PlaceStory(PlaceTree tree, UUID placeId) {
        this.tree = tree;
        this.node = tree.node(placeId);
    }

    /**
     * One thing that happened.
     *
     * @param kind key below {@code places.story}: begun, established, made, named, moved, received, ended, merged, divided
     * @param before what it was called, or what it belonged to
     * @param others the places it was made of, or went into
     */
    record Chapter(LocalDate on, String kind, String before, String after, List<Place> others, UUID operationId) {}

    static List<Chapter> of(PlaceTree tree, UUID placeId) {
        PlaceStory story = new PlaceStory(tree, placeId);
        story.begin();
        story.names();
        story.parents();
        story.end();
        return story.chapters.stream()
                .sorted(Comparator.comparing(Chapter::on).reversed())
                .toList();
    }

    static Set<UUID> operationsOf(List<Chapter> chapters) {
        Set<UUID> ids = new HashSet<>();
        chapters.forEach(chapter -> ids.add(chapter.operationId));
        return ids;
    }

    private void begin() {
        LocalDate from = node.unit().span().from();
        Map<LocalDate, List<Succession>> received = byDay(node.outOf());
        List<Succession> sources = received.remove(from);
        UUID operation = node.unit().trace().openedBy();
        boolean known = node.unit().known() != PlaceRecords.Known.LIST;
        chapters.add(
                sources == null
                        ? chapter(
                                from,
                                known ? "established" : "begun",
                                "",
                                known ? inSentence(fullName(from)) : fullName(from),
                                List.of(),
                                operation)
                        : chapter(
                                from,
                                "made",
                                "",
                                inSentence(fullName(from)),
                                places(sources, Succession::fromId),
                                operation));
        received.forEach((day, some) -> chapters.add(chapter(
                day,
                "received",
                "",
                fullName(day),
                places(some, Succession::fromId),
                some.getFirst().openedBy())));
    }

    private void names() {
        List<Name> names = node.names();
        for (int i = 1; i < names.size(); i++) {
            LocalDate day = names.get(i).span().from();
            chapters.add(chapter(
                    day,
                    "named",
                    fullName(day.minusDays(1)),
                    inSentence(fullName(day)),
                    List.of(),
                    names.get(i).trace().openedBy()));
        }
    }

    private void parents() {
        List<Parent> parents = node.parents();
        for (int i = 1; i < parents.size(); i++) {
            Parent before = parents.get(i - 1);
            Parent after = parents.get(i);
            LocalDate day = after.span().from();
            chapters.add(chapter(
                    day,
                    "moved",
                    inSentence(tree.get(before.parentId(), day.minusDays(1)).fullName()),
                    inSentence(tree.get(after.parentId(), day).fullName()),
                    List.of(),
                    reason(before, after)));
        }
    }

    /** The decision that put the former parent into the new one; else the one that moved this place alone. */
    private UUID reason(Parent before, Parent after) {
        return tree.node(before.parentId()).into().stream()
                .filter(way -> way.toId().equals(after.parentId()))
                .map(Succession::openedBy)
                .findFirst()
                .orElse(after.trace().openedBy());
    }

    private void end() {
        LocalDate to = node.unit().span().to();
        UUID operation = node.unit().trace().closedBy();
        if (to == null || operation == null) {
            return;
        }
        List<Succession> into = node.into();
        String kind = into.isEmpty() ? "ended" : into.getFirst().part() ? "divided" : "merged";
        chapters.add(chapter(to, kind, fullName(to), "", places(into, Succession::toId), operation));
    }

    /** "Xã Tống Sơn" becomes "xã Tống Sơn". */
    private static String inSentence(String fullName) {
        return fullName.substring(0, 1).toLowerCase(Locale.ROOT) + fullName.substring(1);
    }

    private String fullName(LocalDate day) {
        return node.at(day).fullName();
    }

    private List<Place> places(List<Succession> successions, Function<Succession, UUID> side) {
        return successions.stream()
                .map(succession -> tree.get(side.apply(succession), day(succession, side)))
                .distinct()
                .sorted(Comparator.comparingInt(place -> tree.node(place.id()).rankAt(place.validFrom())))
                .toList();
    }

    /** The old place as it was called last, the new one as it was called first. */
    private LocalDate day(Succession succession, Function<Succession, UUID> side) {
        return side.apply(succession).equals(succession.fromId())
                ? succession.on().minusDays(1)
                : succession.on();
    }

    private static Map<LocalDate, List<Succession>> byDay(List<Succession> successions) {
        Map<LocalDate, List<Succession>> days = new TreeMap<>();
        for (Succession succession : successions) {
            days.computeIfAbsent(succession.on(), day -> new ArrayList<>()).add(succession);
        }
        return days;
    }

    private static Chapter chapter(
            LocalDate on, String kind, String before, String after, List<Place> others, @Nullable UUID operationId) {
        return new Chapter(on, kind, before, after, others, operationId == null ? new UUID(0, 0) : operationId);
    }
}
