package vn.langso.households;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the register may know about a household or person besides its own fields. A new attribute is one line here and its texts
 * {@code households.attribute.<code>} and, for a choice, {@code households.value.<code>.<value>}.
 */
public enum RegisterAttribute {
    INTERNET("internet", Subject.HOUSEHOLD, "yes", "no"),
    SMARTPHONE("smartphone", Subject.HOUSEHOLD, "yes", "no"),
    ADDRESS_CODE("address-code", Subject.HOUSEHOLD),
    POVERTY("poverty", Subject.HOUSEHOLD, "poor", "near-poor", "average", "none"),
    POLICY_FAMILY("policy-family", Subject.HOUSEHOLD, "yes", "no"),
    OWN_SMARTPHONE("own-smartphone", Subject.PERSON, "yes", "no"),
    EPAYMENT_ACCOUNT("epayment-account", Subject.PERSON, "yes", "no"),
    EID_LEVEL("eid-level", Subject.PERSON, "0", "1", "2"),
    HEALTH_RECORD("health-record", Subject.PERSON, "yes", "no"),
    DISABLED("disabled", Subject.PERSON, "yes", "no"),
    SOCIAL_PROTECTION("social-protection", Subject.PERSON, "yes", "no"),
    ELDERLY("elderly", Subject.PERSON, "yes", "no"),
    ORPHAN("orphan", Subject.PERSON, "yes", "no"),
    MERIT("merit", Subject.PERSON, "yes", "no");

    /** What an attribute is about. */
    public enum Subject {
        HOUSEHOLD,
        PERSON
    }

    /** An address code on the digital map is as long as the map's makers like; none seen is longer. */
    private static final int LONGEST_TEXT = 40;

    private final String code;
    private final Subject subject;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> choices;

    RegisterAttribute(String code, Subject subject, String... choices) {
        this.code = code;
        this.subject = subject;
        this.choices = List.of(choices);
    }

    /** Stable name in addresses, JSON and the database. */
    public String code() {
        return code;
    }

    public Subject subject() {
        return subject;
    }

    /** The values to choose from; empty for free text of one line. */
    public List<String> choices() {
        return choices;
    }

    public boolean accepts(String value) {
        return choices.isEmpty()
                ? !value.isBlank()
                        && value.length() <= LONGEST_TEXT
                        && value.chars().allMatch(RegisterAttribute::isPlain)
                : choices.contains(value);
    }

    public static Optional<RegisterAttribute> ofCode(String code) {
        return Arrays.stream(values())
                .filter(attribute -> attribute.code.equals(code))
                .findFirst();
    }

    /** All attributes of households or of persons, in the order in which they are shown. */
    public static List<RegisterAttribute> of(Subject subject) {
        return Arrays.stream(values())
                .filter(attribute -> attribute.subject == subject)
                .toList();
    }

    private static boolean isPlain(int sign) {
        return Character.isLetterOrDigit(sign) || " -./+_".indexOf(sign) >= 0;
    }
}
