package vn.langso.households.search;

import java.util.List;

/**
 * The ways of a search, tried in turn until the page is full: the likeliest meaning first, and none that reads much for nothing.
 *
 * <p>Each finds what the ones before it in its plan did not, so the pages of a search follow each other without doubles. An index scan
 * alone answers the first ones. {@code WORDS_NEAR} looks at the next thousands of names in order, which fills a page when matches are
 * many; only when they are few does {@code WORDS} ask the word index, which then has little to give.
 */
enum SearchPhase {
    /** The CCCD or phone, whole. */
    EXACT,
    /** In a few villages: all words, in the order of names. */
    VILLAGE_WORDS,
    /** The given name begins with the last word, the other words occur. */
    GIVEN_NAME,
    /** The whole name begins so. */
    FULL_NAME,
    /** The words occur anywhere. */
    WORDS,
    /** The household's number. */
    NUMBER,
    /** Words of the address. */
    ADDRESS;

    /** The phases for a search, in their order. */
    static List<SearchPhase> plan(SearchText text, boolean few) {
        if (text.isExact()) {
            return List.of(EXACT);
        }
        if (text.hasDigits()) {
            return List.of(NUMBER, ADDRESS);
        }
        if (few) {
            return List.of(VILLAGE_WORDS, ADDRESS);
        }
        return text.words().size() == 1
                ? List.of(GIVEN_NAME, FULL_NAME, WORDS, ADDRESS)
                : List.of(FULL_NAME, GIVEN_NAME, WORDS, ADDRESS);
    }
}
