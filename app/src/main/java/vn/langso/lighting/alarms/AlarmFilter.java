package vn.langso.lighting.alarms;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which alarms a list shows. */
enum AlarmFilter {
    /** Going on, or over without an answer of anybody. */
    ATTENTION,
    OPEN,
    WAITING,
    TAMPERING,
    ALL;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<AlarmFilter> ofCode(String code) {
        return Arrays.stream(values())
                .filter(filter -> filter.code().equals(code))
                .findFirst();
    }
}
