package vn.langso.dashboard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import vn.langso.indicators.FigureCard;
import vn.langso.indicators.FigureWords;
import vn.langso.indicators.Indicator;
import vn.langso.indicators.IndicatorDefinition;
import vn.langso.indicators.IndicatorDefinition.Kind;
import vn.langso.indicators.Indicators;
import vn.langso.indicators.TrendPoint;
import vn.langso.kernel.Texts;
import vn.langso.places.Places;
import vn.langso.shell.Caller;

/** The figures of one place as the home pages show them, all as of today. */
@Component
class PlaceFigures {

    /** The curves on the desk go back half a year. */
    private static final int MONTHS = 6;

    private static final int MOST_CARDS = 6;
    private static final int MOST_COLUMNS = 5;

    private final Indicators indicators;
    private final Places places;

    PlaceFigures(Indicators indicators, Places places) {
        this.indicators = indicators;
        this.places = places;
    }

    /** All figures for which anything is recorded, as they are counted now. */
    List<Indicator> recorded(UUID place) {
        return indicators.at(place, today()).stream()
                .filter(PlaceFigures::isRecorded)
                .toList();
    }

    /** The same in words, with links to what this reader may open. */
    List<Figure> inWords(List<Indicator> recorded, @Nullable Caller caller, Texts t) {
        FigureWords words = new FigureWords(t);
        return recorded.stream()
                .map(figure -> Figure.of(
                        figure,
                        words,
                        indicators.mayOpenRecords(
                                caller, figure.place().id(), figure.definition().code())))
                .toList();
    }

    /** What is missing most, for those who can do something about it. */
    static List<Figure> gaps(List<Figure> figures, int most) {
        return figures.stream()
                .filter(figure -> figure.gapHref() != null)
                .sorted(Comparator.comparingLong(Figure::missing))
                .limit(most)
                .toList();
    }

    /** The few that tell most about a place: how many there are, and the shares that are meant to reach the whole. */
    static List<Figure> brief(List<Figure> figures, int most) {
        return figures.stream()
                .filter(figure -> figure.aimsAtAll() || figure.code().endsWith(".total"))
                .limit(most)
                .toList();
    }

    /** The shares as cards with their curves. */
    List<FigureCard> cards(UUID place, List<Indicator> recorded, Texts t) {
        LocalDate today = today();
        Map<String, List<TrendPoint>> trends =
                indicators.trends(place, today.minusMonths(MONTHS).withDayOfMonth(1), today);
        return recorded.stream()
                .filter(figure -> figure.definition().kind() == Kind.SHARE)
                .sorted(Comparator.comparing(figure -> !figure.definition().aimsAtAll()))
                .limit(MOST_CARDS)
                .map(figure -> FigureCard.of(
                        t, figure, trends.getOrDefault(figure.definition().code(), List.of()), true))
                .toList();
    }

    /** The figures of each place below, one list per figure; only those that any of the places has. */
    List<List<Indicator>> below(UUID place) {
        List<List<Indicator>> columns = new ArrayList<>();
        for (List<Indicator> column : indicators.byChild(place, today()).values()) {
            if (columns.size() < MOST_COLUMNS && column.stream().anyMatch(PlaceFigures::tellsOfPlace)) {
                columns.add(column);
            }
        }
        return columns;
    }

    private static boolean tellsOfPlace(Indicator figure) {
        IndicatorDefinition definition = figure.definition();
        return isRecorded(figure)
                && (definition.aimsAtAll() || definition.code().endsWith(".total"));
    }

    static boolean isRecorded(Indicator figure) {
        Long denominator = figure.denominator();
        return denominator == null ? figure.numerator() > 0 : denominator > 0;
    }

    private LocalDate today() {
        return places.tree().today();
    }
}
