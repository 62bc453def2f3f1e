package vn.langso.places;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import vn.langso.kernel.Problem;

/** The official units as a tree without a database, and changes of it carried out in memory. */
final class PlaceSamples {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    static final LocalDate BEFORE_REFORM = LocalDate.of(2023, 12, 15);
    static final LocalDate REFORM = LocalDate.of(2025, 7, 1);

    private static final PlaceTree OFFICIAL =
            new PlaceTree(new ReferenceUnits(OffsetDateTime.parse("2026-11-20T08:00:00+07:00")).records(), TODAY);

    private PlaceSamples() {}

    static PlaceTree official() {
        return OFFICIAL;
    }

    /** The official units with thôn Chí Phúc of Hà Sơn since the first known day. */
    static PlaceTree withChiPhuc() {
        UUID haSon = id(OFFICIAL, "15313", BEFORE_REFORM);
        return after(
                OFFICIAL,
                new PlaceChange.Establish(List.of(new NewVillage("15313-03", "thon", "Chí Phúc", haSon))),
                "2023-04-10");
    }

    static UUID id(PlaceTree tree, String code, LocalDate on) {
        return tree.byCode(code, on).orElseThrow().id();
    }

    static Decision decision(String effectiveOn) {
        return new Decision("12/NQ-HĐND", LocalDate.parse(effectiveOn), "Sắp xếp thôn");
    }

    static List<Problem> problems(PlaceTree tree, PlaceChange change, String effectiveOn) {
        return PlacePlanner.plan(tree, change, decision(effectiveOn), UUID.randomUUID())
                .problems();
    }

    /** The tree after the change, as the store would have written it. */
    static PlaceTree after(PlaceTree tree, PlaceChange change, String effectiveOn) {
        UUID operation = UUID.randomUUID();
        PlacePlan plan = PlacePlanner.plan(tree, change, decision(effectiveOn), operation);
        if (!plan.problems().isEmpty()) {
            throw new IllegalStateException(plan.problems().toString());
        }
        LocalDate last = LocalDate.parse(effectiveOn).minusDays(1);
        PlaceRecords old = tree.records();
        List<PlaceRecords.Unit> units = new ArrayList<>(plan.opened().units());
        old.units()
                .forEach(unit -> units.add(
                        plan.closed().contains(unit.id())
                                ? new PlaceRecords.Unit(
                                        unit.id(),
                                        unit.code(),
                                        unit.kind(),
                                        until(unit.span(), last),
                                        unit.figures(),
                                        unit.known(),
                                        closed(unit.trace(), operation))
                                : unit));
        List<PlaceRecords.Name> names = new ArrayList<>(plan.opened().names());
        old.names()
                .forEach(name -> names.add(
                        plan.closed().contains(name.id())
                                ? new PlaceRecords.Name(
                                        name.id(),
                                        name.placeId(),
                                        name.unitType(),
                                        name.name(),
                                        until(name.span(), last),
                                        closed(name.trace(), operation))
                                : name));
        List<PlaceRecords.Parent> parents = new ArrayList<>(plan.opened().parents());
        old.parents()
                .forEach(parent -> parents.add(
                        plan.closed().contains(parent.id())
                                ? new PlaceRecords.Parent(
                                        parent.id(),
                                        parent.placeId(),
                                        parent.parentId(),
                                        until(parent.span(), last),
                                        closed(parent.trace(), operation))
                                : parent));
        List<PlaceRecords.Succession> successions = new ArrayList<>(old.successions());
        successions.addAll(plan.opened().successions());
        return new PlaceTree(new PlaceRecords(units, names, parents, successions, old.revision() + 1), tree.today());
    }

    private static PlaceRecords.Span until(PlaceRecords.Span span, LocalDate last) {
        return new PlaceRecords.Span(span.from(), last);
    }

    private static PlaceRecords.Trace closed(PlaceRecords.Trace trace, UUID operation) {
        return new PlaceRecords.Trace(trace.openedBy(), operation);
    }
}
