package vn.langso.households.search;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import vn.langso.households.RegisterColumns;
import vn.langso.households.keys.Cccd;
import vn.langso.households.keys.PersonName;
import vn.langso.households.keys.Phone;
import vn.langso.kernel.Folding;

/**
 * What somebody typed into the search, understood.
 *
 * @param words folded words; the last may be the begin of one
 * @param cccd twelve digits; null when it is not that
 * @param phone E.164; null when it is not that
 * @param typed the text as shown again
 */
record SearchText(
        List<String> words, @Nullable String cccd, @Nullable String phone, String typed) {

    /** Longer searches are cut: nobody has so many names. */
    private static final int MOST_WORDS = 8;

    private static final int LONGEST = 200;
    private static final Pattern SPACE = Pattern.compile(" ");

    static SearchText of(String text) {
        String typed = Folding.clean(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        String bare = Cccd.bare(typed);
        List<String> words = SPACE.splitAsStream(PersonName.key(typed))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList();
        return new SearchText(
                words, Cccd.hasForm(bare) ? bare : null, Phone.parse(typed).orElse(null), typed);
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    boolean isExact() {
        return cccd != null || phone != null;
    }

    boolean hasDigits() {
        return words.stream().anyMatch(word -> word.chars().anyMatch(Character::isDigit));
    }

    /** "nguyen van an": what a whole name would begin with. */
    String prefix() {
        return String.join(" ", words);
    }

    String lastWord() {
        return words.getLast();
    }

    /** For {@code ' ' || name || ' ' like all}: whole words, the last one begun. */
    String[] patterns() {
        String[] patterns = new String[words.size()];
        for (int i = 0; i < patterns.length; i++) {
            patterns[i] = "% " + words.get(i) + (i < patterns.length - 1 ? " %" : "%");
        }
        return patterns;
    }

    /**
     * For the word index: 'nguyen' & 'van' & 'anh':*. A last word of one or two letters must be whole, because half of all names have a word
     * that begins so. Words hold letters and digits only, so nothing needs escaping.
     */
    String tsquery() {
        String all = words.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" & "));
        return lastWord().length() > 2 ? all + ":*" : all;
    }

    /** The household numbers that it may mean: as typed, and "12" as "HK-012". */
    String[] numberKeys() {
        String key = RegisterColumns.numberKey(typed);
        return new String[] {key, "hk" + key};
    }
}
