package vn.langso.infrastructure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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

/**
 * The figures about infrastructure, and all SQL that counts them.
 *
 * <p>A lane has fibre when at least one operator offers it there on the day. A lane is covered by mobile radio when at least one operator
 * reaches it with 4G or 5G; 3G alone does not count. Both are shares of the lanes in use on the day.
 */
@Repository
class InfrastructureFigures implements IndicatorSource {

    private static final String LANES_WITH_FIBRE = "infrastructure.lanes-with-fibre";
    private static final String MOBILE_COVERAGE = "infrastructure.mobile-coverage";

    /** Code of each figure that counts things of one kind. */
    private static final Map<String, AssetKind> KINDS = Map.of(
            "infrastructure.bts", AssetKind.BTS,
            "infrastructure.public-wifi", AssetKind.PUBLIC_WIFI,
            "infrastructure.culture-houses", AssetKind.CULTURE_HOUSE,
            "infrastructure.postal-points", AssetKind.POSTAL_POINT,
            "infrastructure.loudspeaker-clusters", AssetKind.LOUDSPEAKER_CLUSTER);

    private static final String ASSET_PARTS = """
            select place_id, kind, count(*) as numerator
            from infrastructure.asset
            where place_id = any(:places) and kind <> 'lane' and since <= :on and (until is null or until >= :on)
            group by place_id, kind
            """;

    private static final String LANE_PARTS = """
            select l.place_id, count(*) as lanes,
                   count(*) filter (where s.fibre) as with_fibre,
                   count(*) filter (where s.mobile) as covered
            from infrastructure.asset l
            left join lateral (
              select bool_or(technology = 'fibre') as fibre, bool_or(technology in ('4g', '5g')) as mobile
              from infrastructure.asset_service
              where asset_id = l.id and since <= :on and (until is null or until >= :on)) s on true
            where l.place_id = any(:places) and l.kind = 'lane' and l.since <= :on and (l.until is null or l.until >= :on)
            group by l.place_id
            """;

    private static final String ASSET_RECORDS = """
            select id, place_id, name as label, coalesce(operator, location) as detail
            from infrastructure.asset
            where place_id = any(:places) and kind = :kind and since <= :on and (until is null or until >= :on)
              and (:after::uuid is null or id > :after)
            order by id
            limit :limit
            """;

    /** {@code wanted}: null for all lanes, true for those that have one of the technologies, false for those without. */
    private static final String LANE_RECORDS = """
            select id, place_id, name as label, operators as detail
            from infrastructure.asset l
            left join lateral (
              select string_agg(distinct operator || ' ' || upper(technology), ', ') as operators
              from infrastructure.asset_service
              where asset_id = l.id and technology = any(:technologies)
                and since <= :on and (until is null or until >= :on)) s on true
            where place_id = any(:places) and kind = 'lane' and since <= :on and (until is null or until >= :on)
              and (:wanted::boolean is null or (operators is not null) = :wanted)
              and (:after::uuid is null or id > :after)
            order by id
            limit :limit
            """;

    private final JdbcClient jdbc;

    InfrastructureFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<IndicatorDefinition> definitions() {
        return List.of(
                new IndicatorDefinition("infrastructure.bts", Kind.COUNT, "station"),
                new IndicatorDefinition(LANES_WITH_FIBRE, Kind.SHARE, "lane"),
                new IndicatorDefinition(MOBILE_COVERAGE, Kind.SHARE, "lane"),
                new IndicatorDefinition("infrastructure.public-wifi", Kind.COUNT, "wifi-point"),
                new IndicatorDefinition("infrastructure.culture-houses", Kind.COUNT, "culture-house"),
                new IndicatorDefinition("infrastructure.postal-points", Kind.COUNT, "postal-point"),
                new IndicatorDefinition("infrastructure.loudspeaker-clusters", Kind.COUNT, "loudspeaker-cluster"));
    }

    @Override
    public boolean showsPersons() {
        return false;
    }

    @Override
    public List<IndicatorPart> parts(LocalDate on, Set<UUID> places) {
        List<IndicatorPart> parts = new java.util.ArrayList<>(jdbc.sql(ASSET_PARTS)
                .param("places", places.toArray(UUID[]::new))
                .param("on", on)
                .query((row, _) -> new IndicatorPart(
                        codeOf(row.getString("kind")),
                        row.getObject("place_id", UUID.class),
                        row.getLong("numerator"),
                        0))
                .list());
        jdbc.sql(LANE_PARTS)
                .param("places", places.toArray(UUID[]::new))
                .param("on", on)
                .query(row -> {
                    UUID place = row.getObject("place_id", UUID.class);
                    long lanes = row.getLong("lanes");
                    parts.add(new IndicatorPart(LANES_WITH_FIBRE, place, row.getLong("with_fibre"), lanes));
                    parts.add(new IndicatorPart(MOBILE_COVERAGE, place, row.getLong("covered"), lanes));
                });
        return parts;
    }

    @Override
    public List<IndicatorRecord> records(RecordQuery query, @Nullable UUID after, int limit) {
        AssetKind kind = KINDS.get(query.code());
        JdbcClient.StatementSpec sql =
                kind == null ? lanes(query) : jdbc.sql(ASSET_RECORDS).param("kind", kind.code());
        return sql.param("places", query.places().toArray(UUID[]::new))
                .param("on", query.on())
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> record(row))
                .list();
    }

    private JdbcClient.StatementSpec lanes(RecordQuery query) {
        String[] technologies =
                query.code().equals(LANES_WITH_FIBRE) ? new String[] {"fibre"} : new String[] {"4g", "5g"};
        Boolean wanted = query.counted() == Counted.DENOMINATOR ? null : query.counted() == Counted.NUMERATOR;
        return jdbc.sql(LANE_RECORDS).param("technologies", technologies).param("wanted", wanted);
    }

    private static IndicatorRecord record(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new IndicatorRecord(
                id,
                row.getObject("place_id", UUID.class),
                row.getString("label"),
                row.getString("detail"),
                "/infrastructure/assets/" + id);
    }

    private static String codeOf(String kind) {
        return KINDS.entrySet().stream()
                .filter(entry -> entry.getValue().code().equals(kind))
                .findFirst()
                .orElseThrow()
                .getKey();
    }
}
