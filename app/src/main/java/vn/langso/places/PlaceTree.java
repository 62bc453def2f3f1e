package vn.langso.places;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import vn.langso.places.PlaceRecords.Parent;
import vn.langso.places.PlaceRecords.Succession;

/**
 * All places with their dated names, parents and successions, as one snapshot in memory. Immutable and safe to share.
 *
 * <p>Each question is asked for a day; a place answers with the name that it had on that day. Lists of children, successors and
 * predecessors are in Vietnamese order.
 */
public final class PlaceTree {

    private final PlaceRecords records;
    private final LocalDate today;
    private final Map<UUID, PlaceNode> nodes = new HashMap<>();
    private final Map<String, List<PlaceNode>> byCode = new HashMap<>();
    private final Map<UUID, Set<UUID>> covered = new ConcurrentHashMap<>();
    private final PlaceSearch search;

    PlaceTree(PlaceRecords records, LocalDate today) {
        this.records = records;
        this.today = today;
        PlaceOrder order = PlaceOrder.of(records.names());
        records.units().forEach(unit -> nodes.put(unit.id(), new PlaceNode(unit)));
        records.names().forEach(name -> node(name.placeId()).names().add(name));
        for (Parent parent : records.parents()) {
            node(parent.placeId()).parents().add(parent);
            node(parent.parentId()).children().add(parent);
        }
        for (Succession succession : records.successions()) {
            node(succession.fromId()).into().add(succession);
            node(succession.toId()).outOf().add(succession);
        }
        for (PlaceNode node : nodes.values()) {
            node.settle(order);
            byCode.computeIfAbsent(node.unit().code(), code -> new ArrayList<>())
                    .add(node);
        }
        byCode.values()
                .forEach(all ->
                        all.sort(Comparator.comparing(node -> node.unit().span().from())));
        this.search = new PlaceSearch(nodes.values(), order);
    }

    /** Number of the last change; the same number is the same content. */
    public long revision() {
        return records.revision();
    }

    /** The legal day for which "today" was answered when the snapshot was taken. */
    public LocalDate today() {
        return today;
    }

    /** First day that any source tells about; questions about earlier days have no answer. */
    public LocalDate knownFrom() {
        return records.units().stream()
                .map(unit -> unit.span().from())
                .min(Comparator.naturalOrder())
                .orElse(today);
    }

    /** The place as of today, or as of its last day; empty for an unknown id. */
    public Optional<Place> find(UUID id) {
        return Optional.ofNullable(nodes.get(id)).map(node -> node.at(today));
    }

    /** As {@link #find(UUID)}, for ids that must exist. */
    public Place get(UUID id) {
        return node(id).at(today);
    }

    /** The place as it was called on the day. */
    public Place get(UUID id, LocalDate on) {
        return node(id).at(on);
    }

    /**
     * The place that bears the code on the day. Without a day: the one that bears it today, else the last that did, as of its last day.
     */
    public Optional<Place> byCode(String code, @Nullable LocalDate on) {
        List<PlaceNode> all = byCode.getOrDefault(code, List.of());
        if (on != null) {
            return all.stream().filter(node -> node.existsOn(on)).findFirst().map(node -> node.at(on));
        }
        return all.stream()
                .filter(node -> node.existsOn(today))
                .findFirst()
                .or(() -> all.stream()
                        .filter(node -> !node.unit().span().from().isAfter(today))
                        .reduce((earlier, later) -> later))
                .or(() -> all.stream().findFirst())
                .map(node -> node.at(today));
    }

    /** All places that ever bore the code, the earliest first. */
    public List<Place> allByCode(String code) {
        return byCode.getOrDefault(code, List.of()).stream()
                .map(node -> node.at(today))
                .toList();
    }

    /** The way down to the place on the day: root first, the place last. A place that did not exist on the day stands alone. */
    public List<Place> path(UUID id, LocalDate on) {
        Deque<Place> path = new ArrayDeque<>();
        for (PlaceNode node = node(id); node != null; node = parentNode(node, on)) {
            path.addFirst(node.at(on));
        }
        return List.copyOf(path);
    }

    public Optional<Place> parent(UUID id, LocalDate on) {
        return Optional.ofNullable(parentNode(node(id), on)).map(node -> node.at(on));
    }

    public List<Place> children(UUID id, LocalDate on) {
        return inOrder(childNodes(node(id), on), on);
    }

    /** The villages below the place on the day; the place itself when it is a village. */
    public Set<UUID> villagesUnder(UUID id, LocalDate on) {
        Set<UUID> villages = new LinkedHashSet<>();
        Deque<PlaceNode> open = new ArrayDeque<>(List.of(node(id)));
        while (!open.isEmpty()) {
            PlaceNode next = open.pop();
            if (next.unit().kind() == PlaceKind.VILLAGE) {
                villages.add(next.id());
            } else {
                childNodes(next, on).forEach(open::push);
            }
        }
        return Set.copyOf(villages);
    }

    /**
     * Every id that a role at this place covers: the place, what lies below it, and the same of all places that went into it.
     *
     * <p>A child that moved elsewhere while its parent lived on is the business of its new parent. Of a place that was divided, each part
     * covers the old place itself but only those villages that came to it.
     */
    public Set<UUID> covered(UUID id) {
        return covered.computeIfAbsent(id, this::cover);
    }

    /** The places that this one went into when it ended, or gave a part to. */
    public List<Place> successors(UUID id) {
        return inOrder(
                node(id).into().stream()
                        .map(succession -> node(succession.toId()))
                        .distinct(),
                today);
    }

    /** The places that went into this one, wholly or in part. */
    public List<Place> predecessors(UUID id) {
        return inOrder(
                node(id).outOf().stream()
                        .map(succession -> node(succession.fromId()))
                        .distinct(),
                today);
    }

    /**
     * Finds by name or code, without regard to tone marks and case, the best first: whole name, begin of the name, begin of a word, inside.
     * Words after a comma must occur in the names above ("ha son, ha trung"). Without a day all places that ever were are searched, those
     * of today first.
     */
    public List<Place> search(String text, @Nullable LocalDate on, int limit) {
        return found(text, on).limit(limit).toList();
    }

    Stream<Place> found(String text, @Nullable LocalDate on) {
        return search.find(this, text, on);
    }

    PlaceRecords records() {
        return records;
    }

    PlaceNode node(UUID id) {
        PlaceNode node = nodes.get(id);
        if (node == null) {
            throw new NoSuchElementException("No place " + id);
        }
        return node;
    }

    Optional<PlaceNode> findNode(UUID id) {
        return Optional.ofNullable(nodes.get(id));
    }

    Collection<PlaceNode> nodesOf(String code) {
        return byCode.getOrDefault(code, List.of());
    }

    Stream<PlaceNode> childNodes(PlaceNode node, LocalDate on) {
        return node.children().stream()
                .filter(link -> link.span().has(on))
                .map(link -> node(link.placeId()))
                .filter(child -> child.existsOn(on));
    }

    private @Nullable PlaceNode parentNode(PlaceNode node, LocalDate on) {
        for (Parent link : node.parents()) {
            if (link.span().has(on)) {
                return node(link.parentId());
            }
        }
        return null;
    }

    private static List<Place> inOrder(Stream<PlaceNode> places, LocalDate on) {
        return places.sorted(Comparator.comparingInt((PlaceNode node) -> node.rankAt(on))
                        .thenComparing(node -> node.unit().code()))
                .map(node -> node.at(on))
                .toList();
    }

    private Set<UUID> cover(UUID start) {
        Set<UUID> seen = new HashSet<>(Set.of(start));
        Deque<PlaceNode> open = new ArrayDeque<>(List.of(node(start)));
        while (!open.isEmpty()) {
            PlaceNode next = open.pop();
            for (Parent link : next.children()) {
                if (isStillIn(next, link) && seen.add(link.placeId())) {
                    open.push(node(link.placeId()));
                }
            }
            for (Succession succession : next.outOf()) {
                if (seen.add(succession.fromId()) && !succession.part()) {
                    open.push(node(succession.fromId()));
                }
            }
        }
        return Set.copyOf(seen);
    }

    /** True if the child is the parent's to this day, or was when one of them ended and is with what became of the parent. */
    private boolean isStillIn(PlaceNode parent, Parent link) {
        Parent last = node(link.placeId()).parents().getLast();
        return last.equals(link)
                || (Objects.equals(link.span().to(), parent.unit().span().to())
                        && heirs(parent).contains(last.parentId()));
    }

    private Set<UUID> heirs(PlaceNode ended) {
        Set<UUID> heirs = new HashSet<>();
        Deque<PlaceNode> open = new ArrayDeque<>(List.of(ended));
        while (!open.isEmpty()) {
            for (Succession succession : open.pop().into()) {
                if (heirs.add(succession.toId())) {
                    open.push(node(succession.toId()));
                }
            }
        }
        return heirs;
    }
}
