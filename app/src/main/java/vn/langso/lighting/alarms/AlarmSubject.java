package vn.langso.lighting.alarms;

import java.util.Locale;
import java.util.UUID;

/** The thing that an alarm is about. */
public record AlarmSubject(Type type, UUID id) {

    /** From the largest to the smallest. */
    public enum Type {
        CABINET,
        ROAD,
        CIRCUIT,
        LAMP;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Type ofCode(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
