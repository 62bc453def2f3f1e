package vn.langso.dashboard;

import org.jspecify.annotations.Nullable;

import vn.langso.indicators.FigureWords;
import vn.langso.indicators.Indicator;
import vn.langso.indicators.IndicatorDefinition;

/**
 * One figure as the home pages show it.
 *
 * @param value "84,1%", or the fraction under 20 cases, or a count
 * @param beside "106/126 hộ", or the unit alone
 * @param brief "106/126", or a count
 * @param unit the word for what is counted, and {@code kind} its name in the definition
 * @param missing how many that could have been counted were not
 * @param gap "20 hộ chưa có internet"
 * @param href page of the figure
 * @param gapHref the records that are missing; null when the reader may not open them
 */
record Figure(
        String code,
        String name,
        String value,
        String beside,
        String brief,
        String unit,
        String kind,
        long missing,
        String gap,
        String evidence,
        String href,
        @Nullable String gapHref,
        boolean share,
        boolean aimsAtAll) {

    static Figure of(Indicator figure, FigureWords words, boolean mayOpen) {
        IndicatorDefinition definition = figure.definition();
        Long denominator = figure.denominator();
        String href = "/places/" + figure.place().code() + "/indicators/" + definition.code();
        String brief = denominator == null
                ? words.t().number(figure.numerator())
                : words.t().number(figure.numerator()) + "/" + words.t().number(denominator);
        return new Figure(
                definition.code(),
                words.name(definition),
                words.value(figure),
                words.beside(figure),
                brief,
                words.unit(definition, denominator == null ? figure.numerator() : denominator),
                definition.unit(),
                figure.missing(),
                figure.missing() == 0 ? "" : words.missing(figure),
                words.evidence(figure, true),
                href,
                mayOpen && definition.aimsAtAll() && figure.missing() > 0 ? href + "/records?counted=missing" : null,
                denominator != null,
                definition.aimsAtAll());
    }

    /** The number and the word behind it, "20 hộ", with which the text of the gap begins. */
    String gapLead() {
        int number = gap.indexOf(' ');
        int word = gap.indexOf(' ', number + 1);
        return word < 0 ? gap : gap.substring(0, word);
    }

    /** What the text of the gap says after its lead. */
    String gapRest() {
        return gap.substring(gapLead().length()).strip();
    }

    /** The picture of what is counted. */
    String icon() {
        return switch (kind) {
            case "household" -> "house-line-duotone";
            case "person" -> "users-duotone";
            default -> "chart-bar-duotone";
        };
    }
}
