package vn.langso.infrastructure;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What is known of one thing of a village, a lane among them.
 *
 * @param operator company that runs it; needed for stations, Wi-Fi and postal points
 * @param location where it stands, in words
 * @param lengthM length of a lane in metres; null when nobody measured it, and for all else
 * @param since first day in use
 * @param until last day in use, inclusive; null while it is used
 * @param source who says so: inventory, contract, visit
 * @param services what a station sends, or what reaches a lane, by operator; empty for other kinds
 */
public record AssetDetails(
        AssetKind kind,
        String name,
        @Nullable String operator,
        @Nullable String location,
        @Nullable Position position,
        @Nullable Integer lengthM,
        LocalDate since,
        @Nullable LocalDate until,
        String source,
        List<NetworkOffer> services) {

    public AssetDetails {
        services = List.copyOf(services);
    }

    /** A lane in use. */
    public static AssetDetails lane(
            String name, @Nullable Integer lengthM, LocalDate since, String source, List<NetworkOffer> services) {
        return new AssetDetails(AssetKind.LANE, name, null, null, null, lengthM, since, null, source, services);
    }

    /** The same thing with another last day. */
    public AssetDetails until(LocalDate lastDay) {
        return new AssetDetails(kind, name, operator, location, position, lengthM, since, lastDay, source, services);
    }

    AssetDetails with(List<NetworkOffer> others) {
        return new AssetDetails(kind, name, operator, location, position, lengthM, since, until, source, others);
    }

    boolean isLane() {
        return kind == AssetKind.LANE;
    }

    /** The operators that offer the technology here on the day, each once, in the order recorded. */
    List<String> operators(Technology technology, LocalDate day) {
        return services.stream()
                .filter(service -> service.technology() == technology && service.on(day))
                .map(NetworkOffer::operator)
                .map(String::valueOf)
                .distinct()
                .toList();
    }
}
