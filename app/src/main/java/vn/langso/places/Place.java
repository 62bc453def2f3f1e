package vn.langso.places;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import vn.langso.kernel.Texts;

/**
 * A place as it was on some day: its name may have been another one earlier, its id never was.
 *
 * @param code national code, or commune code and two digits for a village; not unique over time
 * @param unitType tinh, thanh-pho, huyen, thi-xa, quan, xa, phuong, thi-tran, dac-khu, thon, ban, lang, khu-pho, to-dan-pho
 * @param name without the word of the type: "Hà Sơn"
 * @param fullName with it: "Xã Hà Sơn"
 * @param validFrom first day of the place, or of the first list that shows it
 * @param validTo last day, inclusive; null while it exists
 */
public record Place(
        UUID id,
        String code,
        PlaceKind kind,
        String unitType,
        String name,
        String fullName,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {

    /** "thôn Chí Phúc": the word of the kind is small inside a sentence; of a place without such a word, its name. */
    public String inSentence() {
        return fullName.equals(name)
                ? fullName
                : fullName.substring(0, 1).toLowerCase(Texts.VIETNAMESE) + fullName.substring(1);
    }

    public boolean existsOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    /** The full name inside a sentence: "thôn Chí Phúc". */
    public String nameInText() {
        return fullName.isEmpty()
                ? fullName
                : fullName.substring(0, 1).toLowerCase(Locale.ROOT) + fullName.substring(1);
    }
}
