package vn.langso.lighting.alarms;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.langso.indicators.Counted;
import vn.langso.indicators.IndicatorDefinition;
import vn.langso.indicators.IndicatorDefinition.Kind;
import vn.langso.indicators.IndicatorPart;
import vn.langso.indicators.IndicatorRecord;
import vn.langso.indicators.IndicatorSource;
import vn.langso.kernel.Texts;

/** How often somebody is suspected to have darkened lamps, from the first of the month to the day. False alarms are not counted. */
@Repository
class AlarmFigures implements IndicatorSource {

    private static final String TAMPER_ALARMS = "lighting.tamper-alarms";

    private static final String PARTS = """
            select place_id, count(*) as numerator
            from lighting.alarm
            where place_id = any(:places) and kind = 'tampering' and since >= :from and since < :to
              and answer is distinct from 'false'
            group by place_id
            """;

    private static final String RECORDS = """
            select id, place_id, label, since
            from lighting.alarm
            where place_id = any(:places) and kind = 'tampering' and since >= :from and since < :to
              and answer is distinct from 'false' and (:after::uuid is null or id > :after)
            order by id
            limit :limit
            """;

    private final JdbcClient jdbc;

    AlarmFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<IndicatorDefinition> definitions() {
        return List.of(new IndicatorDefinition(TAMPER_ALARMS, Kind.COUNT, "tamper-alarm"));
    }

    @Override
    public boolean showsPersons() {
        return false;
    }

    @Override
    public List<IndicatorPart> parts(LocalDate on, Set<UUID> places) {
        return jdbc.sql(PARTS)
                .param("places", places.toArray(UUID[]::new))
                .param("from", start(on.withDayOfMonth(1)))
                .param("to", start(on.plusDays(1)))
                .query((row, _) -> new IndicatorPart(
                        TAMPER_ALARMS, row.getObject("place_id", UUID.class), row.getLong("numerator"), 0))
                .list();
    }

    @Override
    public List<IndicatorRecord> records(RecordQuery query, @Nullable UUID after, int limit) {
        if (query.counted() == Counted.MISSING) {
            return List.of();
        }
        return jdbc.sql(RECORDS)
                .param("places", query.places().toArray(UUID[]::new))
                .param("from", start(query.on().withDayOfMonth(1)))
                .param("to", start(query.on().plusDays(1)))
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> {
                    UUID id = row.getObject("id", UUID.class);
                    OffsetDateTime since = row.getObject("since", OffsetDateTime.class);
                    return new IndicatorRecord(
                            id,
                            row.getObject("place_id", UUID.class),
                            row.getString("label"),
                            new Texts(Texts.VIETNAMESE, java.util.Map.of()).dateTime(since),
                            "/lighting/alarms/" + id);
                })
                .list();
    }

    private static OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(Texts.ZONE).toOffsetDateTime();
    }
}
