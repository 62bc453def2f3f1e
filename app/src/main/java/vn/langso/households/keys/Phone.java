package vn.langso.households.keys;

import java.util.Optional;
import java.util.regex.Pattern;

/** A Vietnamese phone number, kept as E.164 (+84 and nine digits for a mobile phone). */
public final class Phone {

    private static final Pattern DECORATION = Pattern.compile("[\\s.()\\-]");

    /** Mobile numbers have ten digits and begin with 03, 05, 07, 08, 09; landlines 02 and eleven digits. Numbering plan: unverified. */
    private static final Pattern NATIONAL = Pattern.compile("0(?:[35789][0-9]{8}|2[0-9]{9})");

    private Phone() {}

    /** Reads 0912 345 678, +84912345678, 84912345678, 0084...; empty for anything else. */
    public static Optional<String> parse(String typed) {
        if (typed.length() > 24) {
            return Optional.empty();
        }
        String bare = DECORATION.matcher(typed).replaceAll("");
        String national = bare;
        for (String prefix : new String[] {"+84", "0084", "84"}) {
            if (bare.startsWith(prefix) && bare.length() > 10) {
                String rest = bare.substring(prefix.length());
                national = rest.startsWith("0") ? rest : "0" + rest;
                break;
            }
        }
        return NATIONAL.matcher(national).matches() ? Optional.of("+84" + national.substring(1)) : Optional.empty();
    }

    /** 0912345678 for +84912345678: how people read it. */
    public static String national(String e164) {
        return "0" + e164.substring(3);
    }

    /** 09*****678: what lists show. */
    public static String mask(String e164) {
        String national = national(e164);
        return national.substring(0, 2) + "*****" + national.substring(national.length() - 3);
    }
}
