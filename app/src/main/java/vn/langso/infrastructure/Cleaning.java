package vn.langso.infrastructure;

import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import vn.langso.kernel.Folding;

/** Brings handed-in texts into the form in which they are stored. */
final class Cleaning {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private Cleaning() {}

    static AssetDetails of(AssetDetails asset) {
        return new AssetDetails(
                asset.kind(),
                text(asset.name()),
                optional(asset.operator()),
                optional(asset.location()),
                asset.position(),
                asset.lengthM(),
                asset.since(),
                asset.until(),
                text(asset.source()),
                services(asset.services()));
    }

    private static List<NetworkOffer> services(List<NetworkOffer> services) {
        return services.stream()
                .map(service -> new NetworkOffer(
                        service.technology(), optional(service.operator()), service.since(), service.until()))
                .toList();
    }

    /** PostgreSQL stores no NUL, and no name has control characters. */
    private static String text(String text) {
        return Folding.clean(CONTROL.matcher(text).replaceAll(" "));
    }

    private static @Nullable String optional(@Nullable String text) {
        return text == null || text.isBlank() ? null : text(text);
    }
}
