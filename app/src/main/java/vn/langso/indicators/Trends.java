package vn.langso.indicators;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Component;

import vn.langso.indicators.IndicatorDefinition.Kind;
import vn.langso.places.Place;
import vn.langso.places.PlaceTree;
import vn.langso.places.Places;

/**
 * How figures went from month to month: kept ones where there are any, else computed from the records of that day.
 *
 * <p>Above {@link #MOST_COMPUTED} villages past months are shown only where they were kept, because computing a province a dozen times
 * would take a minute. Months in which the place did not exist have no point.
 */
@Component
class Trends {

    static final int MOST_COMPUTED = 100;

    private final Sources sources;
    private final SnapshotStore store;
    private final Places places;

    Trends(Sources sources, SnapshotStore store, Places places) {
        this.sources = sources;
        this.store = store;
        this.places = places;
    }

    /** For each code the points at the ends of the months from {@code from} on, and one on {@code to} itself. */
    Map<String, List<TrendPoint>> between(UUID place, LocalDate from, LocalDate to) {
        PlaceTree tree = places.tree();
        Place subject = tree.get(place, to);
        boolean computes = tree.villagesUnder(place, to).size() <= MOST_COMPUTED;
        Map<YearMonth, Map<String, IndicatorSum>> kept = store.ofPlace(place, from, to);
        Map<String, List<TrendPoint>> trends = new LinkedHashMap<>();
        for (LocalDate day : days(from, to)) {
            boolean last = day.equals(to);
            if (!subject.existsOn(day)) {
                continue;
            }
            Map<String, IndicatorSum> monthly = last ? Map.of() : kept.getOrDefault(YearMonth.from(day), Map.of());
            Map<String, IndicatorSum> computed = last || (computes && monthly.size() < sources.size())
                    ? Sources.sums(sources.parts(day, Subtree.of(tree, place, day)))
                    : Map.of();
            if (last || computes || !monthly.isEmpty()) {
                add(trends, day, monthly, computed);
            }
        }
        return trends;
    }

    private void add(
            Map<String, List<TrendPoint>> trends,
            LocalDate day,
            Map<String, IndicatorSum> kept,
            Map<String, IndicatorSum> computed) {
        for (IndicatorDefinition definition : sources.definitions()) {
            String code = definition.code();
            IndicatorSum sum = kept.getOrDefault(code, computed.getOrDefault(code, IndicatorSum.NOTHING));
            Long denominator = definition.kind() == Kind.SHARE ? sum.denominator() : null;
            trends.computeIfAbsent(code, _ -> new ArrayList<>())
                    .add(new TrendPoint(day, sum.numerator(), denominator, kept.containsKey(code)));
        }
    }

    /** Month ends from the month of {@code from} on that lie before {@code to}, and {@code to}. */
    static List<LocalDate> days(LocalDate from, LocalDate to) {
        List<LocalDate> days = new ArrayList<>();
        for (YearMonth month = YearMonth.from(from); month.atEndOfMonth().isBefore(to); month = month.plusMonths(1)) {
            if (!month.atEndOfMonth().isBefore(from)) {
                days.add(month.atEndOfMonth());
            }
        }
        days.add(to);
        return days;
    }
}
