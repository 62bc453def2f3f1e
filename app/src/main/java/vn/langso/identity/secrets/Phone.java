package vn.langso.identity.secrets;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Vietnamese phone number.
 *
 * @param e164 +84 and the number without its leading zero
 */
public record Phone(String e164) {

    private static final Pattern DECORATION = Pattern.compile("[\\s\\u00A0.()\\-]");

    /** Mobile numbers have ten digits and begin with 03, 05, 07, 08, 09; landlines 02 and eleven digits. Numbering plan: unverified. */
    private static final Pattern NATIONAL = Pattern.compile("0(?:[35789][0-9]{8}|2[0-9]{9})");

    /** The longest way to write a number, with a sign between all digits. */
    private static final int LONGEST = 30;

    /** Reads 0912 345 678, 0912.345.678, +84 912345678, 84912345678, 0084 (0)912345678; empty for anything else. */
    public static Optional<Phone> parse(String typed) {
        if (typed.length() > LONGEST) {
            return Optional.empty();
        }
        String bare = DECORATION
                .matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC))
                .replaceAll("");
        String national = bare;
        for (String prefix : new String[] {"+84", "0084", "84"}) {
            if (bare.startsWith(prefix) && bare.length() > 10) {
                String rest = bare.substring(prefix.length());
                national = rest.startsWith("0") ? rest : "0" + rest;
                break;
            }
        }
        return NATIONAL.matcher(national).matches()
                ? Optional.of(new Phone("+84" + national.substring(1)))
                : Optional.empty();
    }

    /** 0912 345 678, as people read it. */
    public String national() {
        String digits = "0" + e164.substring(3);
        return digits.substring(0, 4) + " " + digits.substring(4, 7) + " " + digits.substring(7);
    }

    /** 09•• ••• 678, as lists show it. */
    public String masked() {
        String digits = "0" + e164.substring(3);
        return digits.substring(0, 2) + "•• ••• " + digits.substring(digits.length() - 3);
    }
}
