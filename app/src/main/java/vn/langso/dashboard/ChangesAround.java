package vn.langso.dashboard;

import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import vn.langso.places.PlaceTree;
import vn.langso.places.Places;
import vn.langso.shell.Live;

/** One live topic for a desk: what changes at the place itself or in any village below it. */
@Component
class ChangesAround implements Live.Gathering {

    /** A province's desk is not told of each change in each of its villages; it is fresh after a reload. */
    private static final int MOST_VILLAGES = 200;

    private static final String PREFIX = "around.";
    private static final Pattern TOPIC = Pattern.compile("around\\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Places places;

    ChangesAround(Places places) {
        this.places = places;
    }

    static String topic(UUID placeId) {
        return PREFIX + placeId;
    }

    @Override
    public Set<String> partsOf(String topic) {
        if (!TOPIC.matcher(topic).matches()) {
            return Set.of();
        }
        UUID placeId = UUID.fromString(topic.substring(PREFIX.length()));
        PlaceTree tree = places.tree();
        if (tree.find(placeId).isEmpty()) {
            return Set.of();
        }
        Set<UUID> villages = tree.villagesUnder(placeId, tree.today());
        Stream<UUID> heard = villages.size() > MOST_VILLAGES ? Stream.empty() : villages.stream();
        return Stream.concat(Stream.of(placeId), heard)
                .map(id -> "changes." + id)
                .collect(Collectors.toUnmodifiableSet());
    }
}
