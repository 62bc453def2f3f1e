package vn.langso.indicators;

/** Parts added up. */
record IndicatorSum(long numerator, long denominator) {

    static final IndicatorSum NOTHING = new IndicatorSum(0, 0);

    static IndicatorSum of(IndicatorPart part) {
        return new IndicatorSum(part.numerator(), part.denominator());
    }

    IndicatorSum plus(IndicatorSum other) {
        return new IndicatorSum(numerator + other.numerator, denominator + other.denominator);
    }
}
