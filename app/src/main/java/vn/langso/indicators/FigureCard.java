package vn.langso.indicators;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import vn.langso.indicators.FigureWords.Step;
import vn.langso.kernel.Texts;

/**
 * One figure in words, as the card {@code indicators/_card.jte} shows it.
 *
 * @param value "84,1%"
 * @param beside "106/126 hộ"
 * @param values of the small curve, from the month {@code from} to the month {@code to}
 * @param trendLabel heard instead of the curve
 * @param span the least spread of the curve's axis
 * @param change since the month before; null when nothing changed
 * @param href page of the figure
 */
public record FigureCard(
        String title,
        String value,
        String beside,
        List<Double> values,
        String trendLabel,
        String from,
        String to,
        double span,
        @Nullable Step change,
        String href,
        String evidence) {

    private static final double POINTS = 10;
    private static final double PIECES = 4;

    /** The card of a figure with its trend; {@code current} when it is asked for today. */
    public static FigureCard of(Texts t, Indicator figure, List<TrendPoint> trend, boolean current) {
        FigureWords words = new FigureWords(t);
        List<TrendPoint> points =
                trend.stream().filter(point -> point.value() != null).toList();
        List<Double> values = points.stream()
                .map(TrendPoint::value)
                .filter(Objects::nonNull)
                .map(Number::doubleValue)
                .toList();
        String from =
                points.isEmpty() ? "" : FigureWords.month(points.getFirst().asOf());
        String to = points.isEmpty() ? "" : FigureWords.month(points.getLast().asOf());
        String label = points.isEmpty()
                ? ""
                : t.say(
                        "indicators.list.trend",
                        words.point(points.getFirst()),
                        from,
                        words.point(points.getLast()),
                        to);
        return new FigureCard(
                words.name(figure.definition()),
                words.value(figure),
                words.beside(figure),
                values,
                label,
                from,
                to,
                figure.denominator() == null ? PIECES : POINTS,
                words.change(trend),
                "/places/" + figure.place().code() + "/indicators/"
                        + figure.definition().code() + (current ? "" : "?on=" + figure.asOf()),
                words.evidence(figure, current));
    }
}
