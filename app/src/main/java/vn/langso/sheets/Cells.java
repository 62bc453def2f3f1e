package vn.langso.sheets;

/** What a cell may hold instead of text; begins with a sign that no text can hold. */
public final class Cells {

    /** A formula that was saved without its value, as some programs write them. */
    public static final String FORMULA_WITHOUT_VALUE = "\u0000formula";

    /** An error value such as #N/A. */
    public static final String ERROR = "\u0000error";

    /** More than {@link Sheet#LONGEST_CELL} signs; the rest is not kept. */
    public static final String TOO_LONG = "\u0000long";

    private Cells() {}

    /** True for the special values above. */
    public static boolean isBroken(String cell) {
        return !cell.isEmpty() && cell.charAt(0) == 0;
    }
}
