package vn.langso.households;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * One known fact about a household or person, with where it is from.
 *
 * @param value a value that the attribute allows ({@link RegisterAttribute#accepts})
 * @param from first day on which it holds
 */
public record AttributeValue(String value, LocalDate from, Source source) {

    /** Where a fact is from. The wire name is {@link #code()}. */
    public enum Source {
        SURVEY,
        REGISTER,
        OFFICER,
        IMPORT,
        SELF;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Source> ofCode(String code) {
            return Arrays.stream(values())
                    .filter(source -> source.code().equals(code))
                    .findFirst();
        }
    }
}
