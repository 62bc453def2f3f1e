package vn.langso.places;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import vn.langso.kernel.Ids;
import vn.langso.places.PlaceChange.Heir;
import vn.langso.places.PlaceRecords.Figures;
import vn.langso.places.PlaceRecords.Known;
import vn.langso.places.PlaceRecords.Name;
import vn.langso.places.PlaceRecords.Parent;
import vn.langso.places.PlaceRecords.Span;
import vn.langso.places.PlaceRecords.Succession;
import vn.langso.places.PlaceRecords.Trace;
import vn.langso.places.PlaceRecords.Unit;

/** Works out the rows of one change from the tree before it, and everything that speaks against it. Pure; used once. */
final class PlacePlanner {

    private final PlaceTree tree;
    private final LocalDate on;
    private final UUID operationId;
    private final PlaceChecks checks;
    private final List<Unit> units = new ArrayList<>();
    private final List<Name> names = new ArrayList<>();
    private final List<Parent> parents = new ArrayList<>();
    private final List<Succession> successions = new ArrayList<>();
    private final Set<UUID> closed = new HashSet<>();

    private PlacePlanner(PlaceTree tree, LocalDate on, UUID operationId) {
        this.tree = tree;
        this.on = on;
        this.operationId = operationId;
        this.checks = new PlaceChecks(tree, on);
    }

    static PlacePlan plan(PlaceTree tree, PlaceChange change, Decision decision, UUID operationId) {
        PlacePlanner planner = new PlacePlanner(tree, decision.effectiveOn(), operationId);
        planner.checks.checkDecision(decision);
        switch (change) {
            case PlaceChange.Establish establish -> planner.establish(establish.villages());
            case PlaceChange.Rename rename -> planner.rename(rename);
            case PlaceChange.Move move -> planner.move(move);
            case PlaceChange.End end -> planner.end(end.placeId());
            case PlaceChange.Merge merge -> planner.merge(merge);
            case PlaceChange.Split split -> planner.split(split);
        }
        return planner.result();
    }

    private PlacePlan result() {
        if (!checks.problems().isEmpty()) {
            return PlacePlan.refused(List.copyOf(checks.problems()));
        }
        PlaceRecords opened = new PlaceRecords(units, names, parents, successions, 0);
        return new PlacePlan(List.of(), List.copyOf(checks.warnings()), opened, Set.copyOf(closed));
    }

    private void establish(List<NewVillage> villages) {
        for (NewVillage village : villages) {
            PlaceNode parent = checks.known(village.parentId());
            String name = checks.checkName(village.name());
            checks.checkType(village.unitType(), PlaceKind.VILLAGE);
            checks.checkCode(village.code(), PlaceKind.VILLAGE, Set.of());
            if (parent == null) {
                continue;
            }
            checks.checkLevel(name, PlaceKind.VILLAGE, parent);
            if (!parent.existsOn(on)) {
                checks.refuse(PlaceProblem.PARENT_NOT_THERE, parent.at(on).fullName(), on);
            }
            checks.warnOfTwin(parent, name);
            UUID id = open(village.code(), PlaceKind.VILLAGE, village.unitType(), name);
            follow(id, parent, village);
        }
    }

    /** The village lies in its first commune and then in what became of it, up to a commune that still exists. */
    private void follow(UUID id, PlaceNode first, NewVillage village) {
        LocalDate from = on;
        PlaceNode parent = first;
        LocalDate to = parent.unit().span().to();
        while (to != null) {
            parents.add(new Parent(Ids.next(), id, parent.id(), new Span(from, to), openedNow()));
            PlaceNode next = heirOf(parent, village);
            if (next == null) {
                checks.refuse(
                        PlaceProblem.NEEDS_TARGET, village.name(), parent.at(to).fullName());
                return;
            }
            from = to.plusDays(1);
            parent = next;
            to = parent.unit().span().to();
        }
        parents.add(new Parent(Ids.next(), id, parent.id(), new Span(from, null), openedNow()));
    }

    private @Nullable PlaceNode heirOf(PlaceNode ended, NewVillage village) {
        List<Succession> ways = ended.into();
        UUID chosen = village.afterSplit().get(ended.id());
        if (chosen != null) {
            return ways.stream().anyMatch(way -> way.toId().equals(chosen)) ? tree.node(chosen) : null;
        }
        return ways.size() == 1 && !ways.getFirst().part()
                ? tree.node(ways.getFirst().toId())
                : null;
    }

    private void rename(PlaceChange.Rename rename) {
        PlaceNode node = checks.living(rename.placeId());
        String name = checks.checkName(rename.newName());
        if (node == null) {
            return;
        }
        checks.checkType(rename.unitType(), node.unit().kind());
        Place now = node.at(on);
        if (now.name().equals(name) && now.unitType().equals(rename.unitType())) {
            checks.refuse(PlaceProblem.UNCHANGED, now.fullName());
        }
        PlaceNode parent =
                tree.parent(node.id(), on).map(place -> tree.node(place.id())).orElse(null);
        if (parent != null && !now.name().equals(name)) {
            checks.warnOfTwin(parent, name);
        }
        closeNames(node);
        names.add(new Name(Ids.next(), node.id(), rename.unitType(), name, new Span(on, null), openedNow()));
    }

    private void move(PlaceChange.Move move) {
        PlaceNode node = checks.living(move.placeId());
        PlaceNode parent = checks.living(move.newParentId());
        if (node == null || parent == null) {
            return;
        }
        if (tree.path(parent.id(), on).stream().anyMatch(place -> place.id().equals(node.id()))) {
            checks.refuse(
                    PlaceProblem.CYCLE, node.at(on).fullName(), parent.at(on).fullName());
            return;
        }
        checks.checkLevel(node.at(on).fullName(), node.unit().kind(), parent);
        Parent link = node.openParent();
        if (link != null && link.parentId().equals(parent.id())) {
            checks.refuse(PlaceProblem.UNCHANGED, node.at(on).fullName());
        }
        checks.warnOfTwin(parent, node.at(on).name());
        relink(node, parent.id());
    }

    private void end(UUID placeId) {
        PlaceNode node = checks.living(placeId);
        if (node == null) {
            return;
        }
        long below = node.children().stream()
                .filter(link -> link.span().to() == null)
                .count();
        if (below > 0) {
            checks.refuse(PlaceProblem.HAS_CHILDREN, node.at(on).fullName(), below);
        }
        close(node);
        checks.warn("places.warning.no-successor", node.at(on).fullName());
    }

    private void merge(PlaceChange.Merge merge) {
        Heir heir = merge.heir();
        Set<UUID> sources = Set.copyOf(merge.sources());
        UUID living = heir.existingId();
        if (sources.size() < (living == null ? 2 : 1) || (living != null && sources.contains(living))) {
            checks.refuse(PlaceProblem.TOO_FEW);
            return;
        }
        List<PlaceNode> nodes = new ArrayList<>();
        for (UUID source : merge.sources().stream().distinct().toList()) {
            PlaceNode node = checks.living(source);
            if (node != null) {
                nodes.add(node);
            }
        }
        if (nodes.size() < sources.size()) {
            return;
        }
        UUID heirId = heir(heir, nodes);
        if (heirId == null) {
            return;
        }
        for (PlaceNode node : nodes) {
            close(node);
            successions.add(new Succession(Ids.next(), node.id(), heirId, on, false, operationId));
            openChildren(node).forEach(child -> relink(child, heirId));
        }
    }

    private void split(PlaceChange.Split split) {
        PlaceNode source = checks.living(split.source());
        if (source == null) {
            return;
        }
        if (split.heirs().size() < 2) {
            checks.refuse(PlaceProblem.TOO_FEW);
            return;
        }
        Set<UUID> given = new HashSet<>();
        close(source);
        for (Heir heir : split.heirs()) {
            UUID heirId = heir(heir, List.of(source));
            if (heirId == null) {
                return;
            }
            successions.add(new Succession(Ids.next(), source.id(), heirId, on, true, operationId));
            for (PlaceNode child : openChildren(source)) {
                if (heir.children().contains(child.id()) && given.add(child.id())) {
                    relink(child, heirId);
                }
            }
        }
        openChildren(source).stream()
                .filter(child -> !given.contains(child.id()))
                .forEach(child -> checks.refuse(
                        PlaceProblem.NEEDS_TARGET,
                        child.at(on).fullName(),
                        source.at(on).fullName()));
    }

    /** Id of the place that takes over; opens it when it is new. Null when something speaks against it. */
    private @Nullable UUID heir(Heir heir, List<PlaceNode> sources) {
        PlaceKind kind = sources.getFirst().unit().kind();
        if (sources.stream().anyMatch(node -> node.unit().kind() != kind)) {
            checks.refuse(
                    PlaceProblem.WRONG_LEVEL,
                    sources.getLast().at(on).fullName(),
                    sources.getFirst().at(on).fullName());
            return null;
        }
        if (heir.existingId() != null) {
            PlaceNode node = checks.living(heir.existingId());
            if (node != null && node.unit().kind() != kind) {
                checks.refuse(
                        PlaceProblem.WRONG_LEVEL,
                        node.at(on).fullName(),
                        sources.getFirst().at(on).fullName());
            }
            return node == null ? null : node.id();
        }
        String name = checks.checkName(heir.name());
        checks.checkType(heir.unitType(), kind);
        Set<UUID> ending = new HashSet<>();
        sources.forEach(node -> ending.add(node.id()));
        checks.checkCode(heir.code(), kind, ending);
        UUID id = open(heir.code(), kind, heir.unitType(), name);
        Set<UUID> above = new HashSet<>();
        sources.forEach(node -> {
            Parent link = node.openParent();
            if (link != null) {
                above.add(link.parentId());
            }
        });
        if (above.size() > 1) {
            checks.warn("places.warning.other-parent", name);
        }
        Parent link = sources.getFirst().openParent();
        if (link != null) {
            parents.add(new Parent(Ids.next(), id, link.parentId(), new Span(on, null), openedNow()));
        }
        return id;
    }

    private UUID open(String code, PlaceKind kind, String unitType, String name) {
        UUID id = Ids.next();
        units.add(new Unit(id, code, kind, new Span(on, null), Figures.NONE, Known.EXACT, openedNow()));
        names.add(new Name(Ids.next(), id, unitType, name, new Span(on, null), openedNow()));
        return id;
    }

    private void close(PlaceNode node) {
        checks.checkNothingLater(node);
        closed.add(node.id());
        closeNames(node);
        Parent link = node.openParent();
        if (link != null) {
            closed.add(link.id());
        }
    }

    private void closeNames(PlaceNode node) {
        checks.checkNothingLater(node);
        node.names().stream().filter(name -> name.span().to() == null).forEach(name -> closed.add(name.id()));
    }

    private void relink(PlaceNode child, UUID parentId) {
        checks.checkNothingLater(child);
        Parent link = child.openParent();
        if (link != null) {
            closed.add(link.id());
        }
        parents.add(new Parent(Ids.next(), child.id(), parentId, new Span(on, null), openedNow()));
    }

    private List<PlaceNode> openChildren(PlaceNode node) {
        return node.children().stream()
                .filter(link -> link.span().to() == null)
                .map(link -> tree.node(link.placeId()))
                .toList();
    }

    private Trace openedNow() {
        return new Trace(operationId, null);
    }
}
