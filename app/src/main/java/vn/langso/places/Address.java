package vn.langso.places;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import vn.langso.kernel.Texts;

/**
 * A place with everything above it in one line, and what of it was different before the last change.
 *
 * @param current "Thôn Chí Phúc, xã Tống Sơn, tỉnh Thanh Hóa"
 * @param former "xã Hà Sơn, huyện Hà Trung"; null when the place was never elsewhere
 * @param changedOn first day of the current form; null with {@code former}
 */
public record Address(
        String current, @Nullable String former, @Nullable LocalDate changedOn) {

    /** The address on the day. */
    public static Address of(PlaceTree tree, Place place, LocalDate on) {
        List<Place> path = tree.path(place.id(), on);
        String current = line(path);
        LocalDate changed = null;
        for (PlaceRecords.Parent link : tree.node(place.id()).parents()) {
            boolean later = link.span().from().isAfter(place.validFrom())
                    && !link.span().from().isAfter(on);
            if (later && (changed == null || link.span().from().isAfter(changed))) {
                changed = link.span().from();
            }
        }
        if (changed == null) {
            return new Address(current, null, null);
        }
        Set<Place> same = new HashSet<>(path);
        List<Place> former = new ArrayList<>(tree.path(place.id(), changed.minusDays(1)));
        former.removeIf(part -> same.contains(part) || part.id().equals(place.id()));
        String line = line(former);
        return new Address(current, lowerFirst(line), changed);
    }

    /** Both forms as people write them: "Thôn Chí Phúc, xã Tống Sơn, tỉnh Thanh Hóa (trước 01/07/2025: xã Hà Sơn, huyện Hà Trung)". */
    public String say(Texts t) {
        return former == null || former.isEmpty() || changedOn == null
                ? current
                : t.say("places.address.both", current, t.date(changedOn), former);
    }

    private static String line(List<Place> path) {
        List<Place> shown = path.stream()
                .filter(place -> path.size() == 1 || place.kind() != PlaceKind.COUNTRY)
                .toList()
                .reversed();
        String line = shown.stream().map(place -> lowerFirst(place.fullName())).collect(Collectors.joining(", "));
        return line.isEmpty() || shown.getFirst().kind() == PlaceKind.COUNTRY
                ? shown.stream().map(Place::fullName).collect(Collectors.joining())
                : line.substring(0, 1).toUpperCase(Locale.ROOT) + line.substring(1);
    }

    private static String lowerFirst(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
}
