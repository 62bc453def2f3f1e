package vn.langso.households.keys;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * The citizen's identity number: twelve digits, always text.
 *
 * <p>Three digits for the province of birth registration, one for century and sex, two for the year of birth, six random; there is no
 * check digit. Source: Circular 07/2016/TT-BCA and Decree 137/2015/NĐ-CP.
 */
public final class Cccd {

    private static final Pattern FORM = Pattern.compile("\\d{12}");
    private static final Pattern DECORATION = Pattern.compile("[\\s.\\-]");

    /**
     * Codes of the 63 provinces until 30/06/2025. That the list stays as it was after the reform of 2025 is unverified; numbers given out
     * before keep theirs in any case.
     */
    private static final String PROVINCES =
            "001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030"
                    + " 031 033 034 035 036 037 038 040 042 044 045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070"
                    + " 072 074 075 077 079 080 082 083 084 086 087 089 091 092 093 094 095 096";

    private static final Set<String> KNOWN = Set.of(PROVINCES.split(" "));

    private Cccd() {}

    /** Without the spaces, dots and dashes that people write into it. */
    public static String bare(String typed) {
        return DECORATION.matcher(typed).replaceAll("");
    }

    public static boolean hasForm(String bare) {
        return FORM.matcher(bare).matches() && bare.chars().allMatch(digit -> digit < 128);
    }

    public static boolean hasKnownProvince(String bare) {
        return KNOWN.contains(bare.substring(0, 3));
    }

    /** 1985 for 038185..., by the century digit. */
    public static int birthYear(String bare) {
        int century = 1900 + (bare.charAt(3) - '0') / 2 * 100;
        return century + Integer.parseInt(bare.substring(4, 6));
    }

    public static boolean isMale(String bare) {
        return (bare.charAt(3) - '0') % 2 == 0;
    }

    /** 038********123: what lists show. */
    public static String mask(String bare) {
        return bare.substring(0, 3) + "********" + bare.substring(9);
    }
}
