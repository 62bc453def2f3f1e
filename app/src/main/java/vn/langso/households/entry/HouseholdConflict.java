package vn.langso.households.entry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import vn.langso.households.detail.HouseholdPages.Difference;
import vn.langso.kernel.Texts;
import vn.langso.shell.Form;

/** When two officers edit one record: shows both versions field by field and takes what the second one chose. */
final class HouseholdConflict {

    private static final String CHOICE = "choice-";
    private static final String THEIRS = "theirs";

    private HouseholdConflict() {}

    /** The form with the other version's value in each field where the officer chose it. */
    static Form chosen(Form sent, Map<String, String> theirs, List<String> fields) {
        Map<String, List<String>> values = new HashMap<>(sent.values());
        for (String field : fields) {
            if (sent.chosen(CHOICE + field, THEIRS)) {
                values.put(field, List.of(Objects.requireNonNullElse(theirs.get(field), "")));
            }
        }
        return new Form(values, sent.problems());
    }

    /** The fields whose values differ. */
    static List<Difference> differences(Form mine, Map<String, String> theirs, List<String> fields, Texts t) {
        List<Difference> differences = new ArrayList<>();
        for (String field : fields) {
            String stored = Objects.requireNonNullElse(theirs.get(field), "");
            if (!stored.equals(mine.value(field))) {
                differences.add(new Difference(
                        field,
                        t.say("households.field." + field),
                        said(t, field, stored),
                        said(t, field, mine.value(field))));
            }
        }
        return differences;
    }

    private static String said(Texts t, String field, String value) {
        String key = "households." + field + "." + value;
        return value.isEmpty() ? t.say("households.conflict.empty") : t.has(key) ? t.say(key) : value;
    }
}
