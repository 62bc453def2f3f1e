package vn.langso.sheets;

import java.text.Normalizer;
import java.util.Locale;

/** How much a text looks Vietnamese when its bytes were read in the right way. */
final class VietnameseScore {

    private static final String LETTERS = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ";

    /** Vowels that may carry a tone, already with it; two toned letters in one word do not happen. */
    private static final String TONED = "àáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ";

    private VietnameseScore() {}

    /** Words with one toned letter count for it; words with two, and marked letters that the language lacks, count against it. */
    static int of(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        int score = 0;
        int tones = 0;
        int marked = 0;
        for (int i = 0; i <= composed.length(); i++) {
            char sign = i < composed.length() ? composed.charAt(i) : ' ';
            if (Character.isLetter(sign)) {
                tones += TONED.indexOf(sign) >= 0 ? 1 : 0;
                if (sign > 127) {
                    marked++;
                    score -= LETTERS.indexOf(sign) < 0 ? 3 : 0;
                }
            } else {
                score -= sign > 127 ? 3 : 0;
                score += tones == 1 ? 2 : 0;
                score += tones == 0 && marked > 0 ? 1 : 0;
                score -= tones > 1 ? 3 * tones : 0;
                tones = 0;
                marked = 0;
            }
        }
        return score;
    }
}
