package vn.langso.indicators;

/**
 * What an indicator means. Its name is the text {@code indicator.<code>}, what it counts {@code indicator.<code>.help}, its source
 * {@code indicator.<code>.source} in the publishing module's messages.
 *
 * @param code stable name, "households.with-internet"
 * @param kind a count (numerator alone) or a share (numerator of denominator)
 * @param unit what is counted: household, person, station, point, road ...; the text {@code indicator.unit.<unit>}
 * @param aimsAtAll true for a share that is meant to reach the whole, so that what is missing is work to do (internet); false for counts
 *     and for shares that only describe (poor households)
 */
public record IndicatorDefinition(String code, Kind kind, String unit, boolean aimsAtAll) {

    /** A count, or a share that is meant to reach the whole. */
    public IndicatorDefinition(String code, Kind kind, String unit) {
        this(code, kind, unit, kind == Kind.SHARE);
    }

    /** The same share, only describing. */
    public IndicatorDefinition describing() {
        return new IndicatorDefinition(code, kind, unit, false);
    }

    public enum Kind {
        COUNT,
        SHARE
    }
}
