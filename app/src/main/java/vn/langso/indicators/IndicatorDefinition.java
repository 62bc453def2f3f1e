package vn.langso.indicators;

/**
 * What an indicator means. Its name is the text {@code indicator.<code>}, what it counts {@code indicator.<code>.help}, its source
 * {@code indicator.<code>.source} in the publishing module's messages.
 *
 * @param code stable name, "households.with-internet"
 * @param kind a count (numerator alone) or a share (numerator of denominator)
 * @param unit what is counted: household, person, station, point, road ...; the text {@code indicator.unit.<unit>}
 */
public record IndicatorDefinition(String code, Kind kind, String unit) {

    public enum Kind {
        COUNT,
        SHARE
    }
}
