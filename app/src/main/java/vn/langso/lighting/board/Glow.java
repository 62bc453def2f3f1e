package vn.langso.lighting.board;

/** How a lamp looks on the board; each has a shape and a word of its own. */
enum Glow {
    LIT("l-on", "lit"),
    DARK("l-off", "dark"),
    BROKEN("l-fault", "broken"),
    /** Nobody knows: no report for too long, or one of several that is dark. */
    UNKNOWN("l-lost", "unknown");

    private final String symbol;
    private final String word;

    Glow(String symbol, String word) {
        this.symbol = symbol;
        this.word = word;
    }

    String symbol() {
        return symbol;
    }

    String word() {
        return word;
    }
}
