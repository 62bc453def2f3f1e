package vn.langso.places;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import vn.langso.kernel.Folding;
import vn.langso.kernel.Problem;
import vn.langso.places.PlaceRecords.Span;

/** Collects everything that speaks against one change, and what the officer should look at. */
final class PlaceChecks {

    private static final int LONGEST_NAME = 80;
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}\\p{N}][\\p{L}\\p{M}\\p{N} '.,/()-]*");
    private static final Map<PlaceKind, Pattern> CODES = Map.of(
            PlaceKind.PROVINCE, Pattern.compile("\\d{2}"),
            PlaceKind.DISTRICT, Pattern.compile("\\d{3}"),
            PlaceKind.COMMUNE, Pattern.compile("\\d{5}"),
            PlaceKind.VILLAGE, Pattern.compile("\\d{5}-\\d{2}"));

    private final PlaceTree tree;
    private final LocalDate on;
    private final List<Problem> problems = new ArrayList<>();
    private final List<PlacePlan.Warning> warnings = new ArrayList<>();
    private final Set<String> codes = new HashSet<>();

    PlaceChecks(PlaceTree tree, LocalDate on) {
        this.tree = tree;
        this.on = on;
    }

    List<Problem> problems() {
        return problems;
    }

    List<PlacePlan.Warning> warnings() {
        return warnings;
    }

    void checkDecision(Decision decision) {
        if (decision.number().isBlank() || decision.number().length() > LONGEST_NAME) {
            problems.add(Problem.at("number", PlaceProblem.DECISION_MISSING));
        }
        if (on.isBefore(tree.knownFrom())) {
            refuse(PlaceProblem.BEFORE_KNOWN, tree.knownFrom());
        }
    }

    void warn(String key, Object... args) {
        warnings.add(new PlacePlan.Warning(key, List.of(args)));
    }

    @Nullable
    PlaceNode known(UUID id) {
        PlaceNode node = tree.findNode(id).orElse(null);
        if (node == null) {
            refuse(PlaceProblem.UNKNOWN, id);
        }
        return node;
    }

    @Nullable
    PlaceNode living(UUID id) {
        PlaceNode node = known(id);
        LocalDate to = node == null ? null : node.unit().span().to();
        if (node != null && to != null) {
            refuse(PlaceProblem.ENDED, node.at(on).fullName(), to);
            return null;
        }
        if (node != null && !node.existsOn(on)) {
            refuse(PlaceProblem.PARENT_NOT_THERE, node.at(on).fullName(), on);
            return null;
        }
        return node;
    }

    void checkNothingLater(PlaceNode node) {
        LocalDate last = node.lastBegin();
        if (!on.isAfter(last)) {
            refuse(PlaceProblem.LATER_CHANGE, node.at(on).fullName(), last);
        }
    }

    void checkLevel(String name, PlaceKind kind, PlaceNode parent) {
        if (!kind.fitsUnder(parent.unit().kind())) {
            refuse(PlaceProblem.WRONG_LEVEL, name, parent.at(on).fullName());
        }
    }

    void checkType(String unitType, PlaceKind kind) {
        if (UnitType.ofCode(unitType).filter(type -> type.fits(kind)).isEmpty()) {
            problems.add(Problem.at("unitType", PlaceProblem.TYPE_INVALID, unitType));
        }
    }

    String checkName(String name) {
        String clean = Folding.clean(name);
        if (clean.length() > LONGEST_NAME || !NAME.matcher(clean).matches()) {
            problems.add(Problem.at("name", PlaceProblem.NAME_INVALID, LONGEST_NAME));
        }
        return clean;
    }

    void checkCode(String code, PlaceKind kind, Set<UUID> ending) {
        Pattern pattern = CODES.get(kind);
        if (pattern == null || !pattern.matcher(code).matches()) {
            problems.add(Problem.at("code", PlaceProblem.CODE_INVALID, code.length() > 20 ? "" : code));
            return;
        }
        Span span = new Span(on, null);
        for (PlaceNode node : tree.nodesOf(code)) {
            boolean free =
                    ending.contains(node.id()) && node.unit().span().from().isBefore(on);
            if (!free && node.unit().span().overlaps(span)) {
                problems.add(Problem.at(
                        "code", PlaceProblem.CODE_TAKEN, code, node.at(on).fullName(), Days.shown(on)));
            }
        }
        if (!codes.add(code)) {
            problems.add(Problem.at("code", PlaceProblem.CODE_TAKEN, code, code, Days.shown(on)));
        }
    }

    void warnOfTwin(PlaceNode parent, String name) {
        String folded = Folding.fold(name);
        tree.childNodes(parent, on)
                .map(child -> child.at(on))
                .filter(child -> Folding.fold(child.name()).equals(folded))
                .forEach(child -> warnings.add(new PlacePlan.Warning(
                        "places.warning.same-name",
                        List.of(child.fullName(), parent.at(on).fullName()))));
    }

    void refuse(PlaceProblem problem, Object... args) {
        Object[] shown = Arrays.stream(args)
                .map(arg -> arg instanceof LocalDate day ? Days.shown(day) : arg)
                .toArray();
        Problem refusal = Problem.of(problem, shown);
        if (!problems.contains(refusal)) {
            problems.add(refusal);
        }
    }
}
