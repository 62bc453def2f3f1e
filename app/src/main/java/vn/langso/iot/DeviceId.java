package vn.langso.iot;

import java.util.regex.Pattern;

/**
 * Name of a device at the broker and in its topics; without a place in it, because devices are moved.
 *
 * @param value 3 to 40 small letters, digits and dashes, not beginning with a dash
 */
public record DeviceId(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{2,39}");

    public DeviceId {
        if (!isOne(value)) {
            throw new IllegalArgumentException("Not the id of a device: " + value);
        }
    }

    /** Whether the text has the form of one. */
    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
