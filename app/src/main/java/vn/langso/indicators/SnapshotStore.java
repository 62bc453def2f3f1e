package vn.langso.indicators;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of the monthly snapshots. */
@Repository
class SnapshotStore {

    /** What was kept first stays: a month that is announced twice keeps its figures. */
    private static final String INSERT = """
            insert into indicators.snapshot (place_id, code, month, numerator, denominator, taken_at)
            select place_id, code, :month, numerator, denominator, :takenAt
            from unnest(:places::uuid[], :codes::text[], :numerators::bigint[], :denominators::bigint[])
                as part (place_id, code, numerator, denominator)
            on conflict do nothing
            """;

    private static final String OF_PLACE = """
            select month, code, numerator, denominator
            from indicators.snapshot
            where place_id = :place and month >= :from and month <= :to
            """;

    private final JdbcClient jdbc;

    SnapshotStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(YearMonth month, Instant takenAt, Collection<IndicatorPart> parts) {
        jdbc.sql(INSERT)
                .param("month", month.atDay(1))
                .param("takenAt", takenAt.atOffset(ZoneOffset.UTC))
                .param("places", parts.stream().map(IndicatorPart::placeId).toArray(UUID[]::new))
                .param("codes", parts.stream().map(IndicatorPart::code).toArray(String[]::new))
                .param(
                        "numerators",
                        parts.stream().map(IndicatorPart::numerator).toArray(Long[]::new))
                .param(
                        "denominators",
                        parts.stream().map(IndicatorPart::denominator).toArray(Long[]::new))
                .update();
    }

    /** What was kept of the place: by month, then by code. */
    Map<YearMonth, Map<String, IndicatorSum>> ofPlace(UUID place, LocalDate from, LocalDate to) {
        Map<YearMonth, Map<String, IndicatorSum>> kept = new HashMap<>();
        jdbc.sql(OF_PLACE)
                .param("place", place)
                .param("from", from.withDayOfMonth(1))
                .param("to", to.withDayOfMonth(1))
                .query(row -> {
                    YearMonth month = YearMonth.from(row.getObject("month", LocalDate.class));
                    kept.computeIfAbsent(month, _ -> new HashMap<>())
                            .put(
                                    row.getString("code"),
                                    new IndicatorSum(row.getLong("numerator"), row.getLong("denominator")));
                });
        return kept;
    }

    static <T> List<List<T>> chunks(List<T> all, int size) {
        List<List<T>> chunks = new java.util.ArrayList<>();
        for (int i = 0; i < all.size(); i += size) {
            chunks.add(all.subList(i, Math.min(all.size(), i + size)));
        }
        return chunks;
    }
}
