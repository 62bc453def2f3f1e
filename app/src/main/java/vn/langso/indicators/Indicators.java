package vn.langso.indicators;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.langso.audit.Audit;
import vn.langso.indicators.IndicatorDefinition.Kind;
import vn.langso.indicators.IndicatorSource.RecordQuery;
import vn.langso.kernel.Problem;
import vn.langso.places.Place;
import vn.langso.places.PlaceTree;
import vn.langso.places.Places;
import vn.langso.shell.Caller;

/**
 * Figures about places, added up over the tree as it stood on the day, always from the records.
 *
 * <p>Figures are sums and open to everybody; the records behind them are not. All methods refuse a day on which the place did not exist
 * ({@code IND-002}), a future day ({@code IND-003}) and an unknown code ({@code IND-001}).
 */
@Service
public class Indicators {

    /** Permission for records that name persons, needed for the place. */
    static final String RECORDS = "indicators.records";

    /** Permission for figures, and for records that name no persons. */
    static final String READ = "indicators.read";

    static final int MOST_RECORDS = 500;

    /** Ten years and a month: more than any report asks for. */
    private static final int MOST_MONTHS = 121;

    private final Sources sources;
    private final Trends trends;
    private final Snapshots snapshots;
    private final Places places;
    private final Audit audit;

    Indicators(Sources sources, Trends trends, Snapshots snapshots, Places places, Audit audit) {
        this.sources = sources;
        this.trends = trends;
        this.snapshots = snapshots;
        this.places = places;
        this.audit = audit;
    }

    /** All figures that any module publishes, in the order of the modules. */
    public List<IndicatorDefinition> definitions() {
        return sources.definitions();
    }

    /** All figures of the place on the day; each module is asked once. A figure that nothing was recorded for is 0, or 0 of 0. */
    @Transactional(readOnly = true)
    public List<Indicator> at(UUID place, LocalDate on) {
        PlaceTree tree = places.tree();
        Place subject = subject(tree, place, on);
        Map<String, IndicatorSum> sums = Sources.sums(sources.parts(on, Subtree.of(tree, place, on)));
        return sources.definitions().stream()
                .map(definition -> Indicator.of(
                        definition, subject, on, sums.getOrDefault(definition.code(), IndicatorSum.NOTHING)))
                .toList();
    }

    /** One figure of the place on the day. */
    @Transactional(readOnly = true)
    public Indicator one(UUID place, String code, LocalDate on) {
        PlaceTree tree = places.tree();
        Place subject = subject(tree, place, on);
        IndicatorDefinition definition = definition(code);
        IndicatorSum sum = Sources.sums(sources.parts(code, on, Subtree.of(tree, place, on)))
                .getOrDefault(code, IndicatorSum.NOTHING);
        return Indicator.of(definition, subject, on, sum);
    }

    /** One figure of each child of the place on the day, in Vietnamese order; empty for a village. */
    @Transactional(readOnly = true)
    public List<Indicator> byChild(UUID place, String code, LocalDate on) {
        PlaceTree tree = places.tree();
        subject(tree, place, on);
        IndicatorDefinition definition = definition(code);
        Map<UUID, Place> owners = Subtree.byChild(tree, place, on);
        Map<UUID, IndicatorSum> sums = new HashMap<>();
        for (IndicatorPart part : owners.isEmpty() ? List.<IndicatorPart>of() : parts(code, on, owners.keySet())) {
            Place owner = owners.get(part.placeId());
            if (owner != null) {
                sums.merge(owner.id(), IndicatorSum.of(part), IndicatorSum::plus);
            }
        }
        return tree.children(place, on).stream()
                .map(child -> Indicator.of(definition, child, on, sums.getOrDefault(child.id(), IndicatorSum.NOTHING)))
                .toList();
    }

    /** All figures of each child of the place on the day, by code, the children in Vietnamese order; each module is asked once. */
    @Transactional(readOnly = true)
    public Map<String, List<Indicator>> byChild(UUID place, LocalDate on) {
        PlaceTree tree = places.tree();
        subject(tree, place, on);
        Map<UUID, Place> owners = Subtree.byChild(tree, place, on);
        Map<String, Map<UUID, IndicatorSum>> sums = new HashMap<>();
        for (IndicatorPart part : owners.isEmpty() ? List.<IndicatorPart>of() : sources.parts(on, owners.keySet())) {
            Place owner = owners.get(part.placeId());
            if (owner != null) {
                sums.computeIfAbsent(part.code(), code -> new HashMap<>())
                        .merge(owner.id(), IndicatorSum.of(part), IndicatorSum::plus);
            }
        }
        List<Place> children = tree.children(place, on);
        Map<String, List<Indicator>> figures = new LinkedHashMap<>();
        for (IndicatorDefinition definition : sources.definitions()) {
            Map<UUID, IndicatorSum> own = sums.getOrDefault(definition.code(), Map.of());
            figures.put(
                    definition.code(),
                    children.stream()
                            .map(child -> Indicator.of(
                                    definition, child, on, own.getOrDefault(child.id(), IndicatorSum.NOTHING)))
                            .toList());
        }
        return figures;
    }

    /**
     * How the figure went: a point at the end of each month from {@code from} on and one on {@code to}. Months in which the place did not
     * exist, and past months of a large place that were not kept, have no point.
     */
    @Transactional(readOnly = true)
    public List<TrendPoint> trend(UUID place, String code, LocalDate from, LocalDate to) {
        definition(code);
        return trends(place, from, to).getOrDefault(code, List.of());
    }

    /** The trends of all figures, by code. */
    @Transactional(readOnly = true)
    public Map<String, List<TrendPoint>> trends(UUID place, LocalDate from, LocalDate to) {
        subject(places.tree(), place, to);
        if (ChronoUnit.MONTHS.between(YearMonth.from(from), YearMonth.from(to)) >= MOST_MONTHS || from.isAfter(to)) {
            throw Problem.at("from", IndicatorProblem.TREND_TOO_LONG, MOST_MONTHS - 1)
                    .asException();
        }
        return trends.between(place, from, to);
    }

    /**
     * The records behind a figure, in a stable order, after one of them. Records that name persons need {@code indicators.records} for the
     * place and leave a look in the audit; others need {@code indicators.read} for it. A count misses nothing ({@code IND-004}).
     *
     * @param limit at most 500
     */
    @Transactional
    public RecordPage records(Caller caller, RecordQuestion question, @Nullable UUID after, int limit) {
        IndicatorDefinition definition = definition(question.code());
        IndicatorSource source = sources.publisher(question.code());
        if (source.showsPersons()) {
            caller.require(RECORDS, question.placeId());
        } else {
            caller.require(READ, question.placeId());
        }
        PlaceTree tree = places.tree();
        subject(tree, question.placeId(), question.on());
        if (definition.kind() == Kind.COUNT && question.counted() == Counted.MISSING) {
            throw Problem.at("counted", IndicatorProblem.NOTHING_MISSING_IN_A_COUNT, definition.code())
                    .asException();
        }
        Set<UUID> subtree = Subtree.of(tree, question.placeId(), question.on());
        int size = Math.clamp(limit, 1, MOST_RECORDS);
        RecordQuery query = new RecordQuery(question.code(), question.counted(), question.on(), subtree);
        List<IndicatorRecord> found = source.records(query, after, size + 1);
        boolean more = found.size() > size;
        List<IndicatorRecord> page = more ? found.subList(0, size) : found;
        if (source.showsPersons()) {
            audit.looked(caller, RECORDS, question.placeId(), source.personsIn(page));
        }
        return new RecordPage(List.copyOf(page), more ? page.getLast().id() : null);
    }

    /** True if the caller may open the records behind this figure of this place. */
    public boolean mayOpenRecords(@Nullable Caller caller, UUID place, String code) {
        if (caller == null) {
            return false;
        }
        return caller.may(sources.publisher(code).showsPersons() ? RECORDS : READ, place);
    }

    /** True if the records behind this figure name persons or their homes. */
    boolean namesPersons(String code) {
        return sources.publisher(code).showsPersons();
    }

    /** Keeps what all figures say at the end of the month, for all places; what was kept before stays. */
    @Transactional
    public void keepMonth(YearMonth month) {
        snapshots.keep(month);
    }

    private List<IndicatorPart> parts(String code, LocalDate on, Set<UUID> under) {
        return new ArrayList<>(sources.parts(code, on, under));
    }

    private IndicatorDefinition definition(String code) {
        return sources.definition(code)
                .orElseThrow(() -> Problem.of(IndicatorProblem.UNKNOWN, code).asException());
    }

    private static Place subject(PlaceTree tree, UUID place, LocalDate on) {
        if (on.isAfter(tree.today())) {
            throw Problem.at("on", IndicatorProblem.IN_THE_FUTURE).asException();
        }
        Place subject = tree.get(place, on);
        if (!subject.existsOn(on)) {
            throw Problem.at("on", IndicatorProblem.NOT_ON_THAT_DAY, subject.fullName())
                    .asException();
        }
        return subject;
    }
}
