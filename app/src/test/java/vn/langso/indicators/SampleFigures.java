package vn.langso.indicators;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

import vn.langso.indicators.IndicatorDefinition.Kind;

/** A source whose households a test lays down: each has internet from some day on, or never. */
class SampleFigures implements IndicatorSource {

    static final String TOTAL = "samples.total";
    static final String WITH_INTERNET = "samples.with-internet";

    final Map<UUID, Home> homes = new ConcurrentHashMap<>();
    final AtomicInteger asked = new AtomicInteger();

    record Home(UUID village, @Nullable LocalDate internetSince) {

        boolean hasInternet(LocalDate on) {
            return internetSince != null && !on.isBefore(internetSince);
        }
    }

    @Override
    public List<IndicatorDefinition> definitions() {
        return List.of(
                new IndicatorDefinition(TOTAL, Kind.COUNT, "household"),
                new IndicatorDefinition(WITH_INTERNET, Kind.SHARE, "household"));
    }

    @Override
    public List<IndicatorPart> parts(LocalDate on, Set<UUID> places) {
        asked.incrementAndGet();
        return homes.values().stream()
                .filter(home -> places.contains(home.village()))
                .flatMap(home -> List.of(
                        new IndicatorPart(TOTAL, home.village(), 1, 0),
                        new IndicatorPart(WITH_INTERNET, home.village(), home.hasInternet(on) ? 1 : 0, 1))
                        .stream())
                .toList();
    }

    @Override
    public List<IndicatorRecord> records(RecordQuery query, @Nullable UUID after, int limit) {
        return homes.entrySet().stream()
                .filter(entry -> query.places().contains(entry.getValue().village()))
                .filter(entry -> query.code().equals(TOTAL)
                        || query.counted() == Counted.DENOMINATOR
                        || entry.getValue().hasInternet(query.on()) == (query.counted() == Counted.NUMERATOR))
                .map(Map.Entry::getKey)
                .sorted()
                .filter(id -> after == null || id.compareTo(after) > 0)
                .limit(limit)
                .map(id -> new IndicatorRecord(id, homes.get(id).village(), "Nguyễn Văn Mẫu", null, null))
                .toList();
    }
}
