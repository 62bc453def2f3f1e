package vn.langso.infrastructure;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What is known of one thing of a village.
 *
 * @param operator company that runs it; needed for stations, Wi-Fi and postal points
 * @param location where it stands, in words
 * @param since first day in use
 * @param until last day in use, inclusive; null while it is used
 * @param source who says so: inventory, contract, visit
 * @param services what a station sends; empty for other kinds
 */
public record AssetDetails(
        AssetKind kind,
        String name,
        @Nullable String operator,
        @Nullable String location,
        @Nullable Position position,
        LocalDate since,
        @Nullable LocalDate until,
        String source,
        List<NetworkOffer> services) {

    public AssetDetails {
        services = List.copyOf(services);
    }

    /** The same thing with another last day. */
    public AssetDetails until(LocalDate lastDay) {
        return new AssetDetails(kind, name, operator, location, position, since, lastDay, source, services);
    }
}
