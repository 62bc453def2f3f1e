package vn.langso.indicators;

/** Which of the records behind a figure: those counted, all that could have been counted, or those that are missing. */
public enum Counted {
    NUMERATOR,
    DENOMINATOR,
    MISSING
}
