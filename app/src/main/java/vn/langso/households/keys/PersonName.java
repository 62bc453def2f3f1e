package vn.langso.households.keys;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

import vn.langso.kernel.Folding;

/**
 * What is derived from a full name: keys to search by and a key to sort by, plain ASCII, so that every server orders them alike.
 *
 * <p>Family name first, given name last; people are addressed and sorted by the given name, then family name, then middle names. Names of
 * one word and of other peoples' order come out usefully too, because nothing is refused here.
 */
public record PersonName(String nameKey, String givenKey, String sortKey) {

    private static final Pattern NOT_SEARCHED = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern SPACE = Pattern.compile(" ");

    /** Combining grave, hook above, tilde, acute, dot below: the order of the tones after the level one. */
    private static final String TONES = "\u0300\u0309\u0303\u0301\u0323";

    /** Breve, circumflex, horn: ă before â, ô before ơ. Both signs sort after z, so that "ăn" comes after "az". */
    private static final String QUALITIES = "\u0306\u0302\u031B";

    private static final String QUALITY_SIGNS = "{|}";

    public static PersonName of(String fullName) {
        String natural = key(fullName);
        return new PersonName(natural, givenFirst(natural), sortKey(fullName));
    }

    /** Words as searched: folded, signs gone, single spaces. */
    public static String key(String text) {
        return NOT_SEARCHED.matcher(Folding.fold(text)).replaceAll(" ").strip();
    }

    /** "van an nguyen" becomes a key that sorts "An" before "Ân" before "Bình" and "Dũng" before "Đào". */
    public static String sortKey(String fullName) {
        String words = NOT_SEARCHED
                .matcher(Normalizer.normalize(fullName, Normalizer.Form.NFC).toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
        StringBuilder letters = new StringBuilder(words.length() + 16);
        StringBuilder tones = new StringBuilder(8);
        for (String word : SPACE.splitAsStream(givenFirst(words)).toList()) {
            if (!letters.isEmpty()) {
                letters.append(' ');
            }
            char tone = '0';
            String parts = Normalizer.normalize(word, Normalizer.Form.NFD);
            for (int i = 0; i < parts.length(); i++) {
                char sign = parts.charAt(i);
                int toneAt = TONES.indexOf(sign);
                int qualityAt = QUALITIES.indexOf(sign);
                if (toneAt >= 0) {
                    tone = (char) ('1' + toneAt);
                } else if (qualityAt >= 0) {
                    letters.append(QUALITY_SIGNS.charAt(qualityAt));
                } else if (sign == 'đ') {
                    letters.append("d{");
                } else {
                    letters.append(sign);
                }
            }
            tones.append(tone);
        }
        return letters.append("  ").append(tones).toString();
    }

    /** Given name, family name, middle names of words in their natural order. */
    private static String givenFirst(String words) {
        int last = words.lastIndexOf(' ');
        return last < 0 ? words : words.substring(last + 1) + " " + words.substring(0, last);
    }
}
