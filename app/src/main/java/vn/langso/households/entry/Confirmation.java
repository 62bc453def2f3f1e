package vn.langso.households.entry;

import java.util.List;
import java.util.Objects;

import vn.langso.kernel.Problem;
import vn.langso.shell.Form;

/**
 * "Save it all the same" holds for the warnings that were shown and for what was typed then: another contradiction is asked about anew.
 */
final class Confirmation {

    private static final String FIELD = "confirmed";

    /** What the warnings of a person are drawn from. */
    private static final List<String> ASKED =
            List.of("fullName", "birth-day", "birth-month", "birth-year", "sex", "cccd", "phone");

    private Confirmation() {}

    /** The value of the hidden field that goes with these warnings. */
    static String of(List<Problem> warnings, Form form) {
        List<Object> said = warnings.stream()
                .<Object>map(warning -> warning.code().code() + warning.args())
                .sorted()
                .toList();
        List<String> typed = ASKED.stream().map(form::value).toList();
        return Integer.toHexString(Objects.hash(said, typed));
    }

    /** True when nothing warns, or when just these warnings were confirmed. */
    static boolean isGiven(List<Problem> warnings, Form sent) {
        return warnings.isEmpty() || sent.value(FIELD).equals(of(warnings, sent));
    }
}
