package vn.langso.lighting;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.langso.indicators.IndicatorDefinition;
import vn.langso.indicators.IndicatorDefinition.Kind;
import vn.langso.indicators.IndicatorPart;
import vn.langso.indicators.IndicatorRecord;
import vn.langso.indicators.IndicatorSource;

/** How many roads are lit and how many lamps stand, on any day. */
@Repository
class LightingFigures implements IndicatorSource {

    private static final String ROADS = "lighting.roads";
    private static final String LAMPS = "lighting.lamps";

    private static final String PARTS = """
            select 'lighting.roads' as code, place_id, count(*) as numerator
            from lighting.road
            where place_id = any(:places) and since <= :on and (until is null or until >= :on)
            group by place_id
            union all
            select 'lighting.lamps', r.place_id, count(*)
            from lighting.lamp l
            join lighting.pole p on p.id = l.pole_id
            join lighting.road r on r.id = p.road_id
            where r.place_id = any(:places) and l.since <= :on and (l.until is null or l.until >= :on)
            group by r.place_id
            """;

    private static final String ROAD_RECORDS = """
            select id, place_id, code || ' ' || name as label, null as detail
            from lighting.road
            where place_id = any(:places) and since <= :on and (until is null or until >= :on)
              and (:after::uuid is null or id > :after)
            order by id
            limit :limit
            """;

    private static final String LAMP_RECORDS = """
            select l.id, r.place_id, l.code as label, r.name || ', ' || l.watts || ' W' as detail
            from lighting.lamp l
            join lighting.pole p on p.id = l.pole_id
            join lighting.road r on r.id = p.road_id
            where r.place_id = any(:places) and l.since <= :on and (l.until is null or l.until >= :on)
              and (:after::uuid is null or l.id > :after)
            order by l.id
            limit :limit
            """;

    private final JdbcClient jdbc;

    LightingFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<IndicatorDefinition> definitions() {
        return List.of(
                new IndicatorDefinition(ROADS, Kind.COUNT, "lit-road"),
                new IndicatorDefinition(LAMPS, Kind.COUNT, "lamp"));
    }

    @Override
    public boolean showsPersons() {
        return false;
    }

    @Override
    public List<IndicatorPart> parts(LocalDate on, Set<UUID> places) {
        return jdbc.sql(PARTS)
                .param("places", places.toArray(UUID[]::new))
                .param("on", on)
                .query((row, _) -> new IndicatorPart(
                        row.getString("code"), row.getObject("place_id", UUID.class), row.getLong("numerator"), 0))
                .list();
    }

    @Override
    public List<IndicatorRecord> records(RecordQuery query, @Nullable UUID after, int limit) {
        return jdbc.sql(query.code().equals(ROADS) ? ROAD_RECORDS : LAMP_RECORDS)
                .param("places", query.places().toArray(UUID[]::new))
                .param("on", query.on())
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> new IndicatorRecord(
                        row.getObject("id", UUID.class),
                        row.getObject("place_id", UUID.class),
                        row.getString("label"),
                        row.getString("detail"),
                        null))
                .list();
    }
}
