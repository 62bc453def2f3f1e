package vn.langso.infrastructure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of the things of a village. */
@Repository
class AssetStore {

    private static final String INSERT = """
            insert into infrastructure.asset (id, place_id, kind, name, operator, location, latitude, longitude,
                                              since, until, source, version)
            values (:id, :placeId, :kind, :name, :operator, :location, :latitude, :longitude,
                    :since, :until, :source, 1)
            """;

    private static final String UPDATE = """
            update infrastructure.asset
            set kind = :kind, name = :name, operator = :operator, location = :location, latitude = :latitude,
                longitude = :longitude, since = :since, until = :until, source = :source, version = version + 1
            where id = :id and version = :version
            """;

    private static final String DELETE = "delete from infrastructure.asset where id = :id and version = :version";

    private static final String DELETE_SERVICES = "delete from infrastructure.asset_service where asset_id = :id";

    private static final String INSERT_SERVICE = """
            insert into infrastructure.asset_service (asset_id, position, technology, since, until)
            values (:id, :position, :technology, :since, :until)
            """;

    private static final String FIND = """
            select id, place_id, kind, name, operator, location, latitude, longitude, since, until, source, version
            from infrastructure.asset
            where id = :id
            """;

    private static final String UNDER = """
            select id, place_id, kind, name, operator, location, latitude, longitude, since, until, source, version
            from infrastructure.asset
            where place_id = any(:places) and (:after::uuid is null or id > :after)
            order by id
            limit :limit
            """;

    private static final String SERVICES = """
            select asset_id as owner_id, technology, null as operator, since, until
            from infrastructure.asset_service
            where asset_id = any(:ids)
            order by asset_id, position
            """;

    private static final String COUNT = "select count(*) from infrastructure.asset where place_id = any(:places)";

    private final JdbcClient jdbc;

    AssetStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID id, UUID placeId, AssetDetails details) {
        values(jdbc.sql(INSERT), id, details).param("placeId", placeId).update();
        insertServices(id, details);
    }

    /** False when the version is no longer the given one. */
    boolean update(UUID id, int version, AssetDetails details) {
        if (values(jdbc.sql(UPDATE), id, details).param("version", version).update() == 0) {
            return false;
        }
        jdbc.sql(DELETE_SERVICES).param("id", id).update();
        insertServices(id, details);
        return true;
    }

    boolean delete(UUID id, int version) {
        return jdbc.sql(DELETE).param("id", id).param("version", version).update() == 1;
    }

    Optional<Asset> find(UUID id) {
        Map<UUID, List<NetworkOffer>> services = services(List.of(id));
        return jdbc.sql(FIND)
                .param("id", id)
                .query((row, _) -> asset(row, services))
                .optional();
    }

    /** The things of the places, whenever they were in use, by id. */
    List<Asset> under(Collection<UUID> places, @Nullable UUID after, int limit) {
        List<Asset> bare = jdbc.sql(UNDER)
                .param("places", places.toArray(UUID[]::new))
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> asset(row, Map.of()))
                .list();
        Map<UUID, List<NetworkOffer>> services =
                services(bare.stream().map(Asset::id).toList());
        return bare.stream().map(asset -> withServices(asset, services)).toList();
    }

    long count(Collection<UUID> places) {
        return jdbc.sql(COUNT)
                .param("places", places.toArray(UUID[]::new))
                .query((row, _) -> row.getLong(1))
                .single();
    }

    private void insertServices(UUID id, AssetDetails details) {
        for (int i = 0; i < details.services().size(); i++) {
            NetworkOffer service = details.services().get(i);
            jdbc.sql(INSERT_SERVICE)
                    .param("id", id)
                    .param("position", i)
                    .param("technology", service.technology().code())
                    .param("since", service.since())
                    .param("until", service.until())
                    .update();
        }
    }

    private Map<UUID, List<NetworkOffer>> services(Collection<UUID> ids) {
        Map<UUID, List<NetworkOffer>> services = new HashMap<>();
        jdbc.sql(SERVICES).param("ids", ids.toArray(UUID[]::new)).query((RowCallbackHandler)
                row -> LaneStore.addService(row, services));
        return services;
    }

    private static Asset withServices(Asset asset, Map<UUID, List<NetworkOffer>> services) {
        AssetDetails bare = asset.details();
        List<NetworkOffer> own = services.getOrDefault(asset.id(), new ArrayList<>());
        return new Asset(
                asset.id(),
                asset.placeId(),
                new AssetDetails(
                        bare.kind(),
                        bare.name(),
                        bare.operator(),
                        bare.location(),
                        bare.position(),
                        bare.since(),
                        bare.until(),
                        bare.source(),
                        own),
                asset.version());
    }

    private static JdbcClient.StatementSpec values(JdbcClient.StatementSpec sql, UUID id, AssetDetails details) {
        Position position = details.position();
        return sql.param("id", id)
                .param("kind", details.kind().code())
                .param("name", details.name())
                .param("operator", details.operator())
                .param("location", details.location())
                .param("latitude", position == null ? null : position.latitude())
                .param("longitude", position == null ? null : position.longitude())
                .param("since", details.since())
                .param("until", details.until())
                .param("source", details.source());
    }

    private static Asset asset(ResultSet row, Map<UUID, List<NetworkOffer>> services) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        double latitude = row.getDouble("latitude");
        Position position = row.wasNull() ? null : new Position(latitude, row.getDouble("longitude"));
        AssetDetails details = new AssetDetails(
                AssetKind.ofCode(row.getString("kind")).orElseThrow(),
                row.getString("name"),
                row.getString("operator"),
                row.getString("location"),
                position,
                row.getObject("since", java.time.LocalDate.class),
                row.getObject("until", java.time.LocalDate.class),
                row.getString("source"),
                services.getOrDefault(id, List.of()));
        return new Asset(id, row.getObject("place_id", UUID.class), details, row.getInt("version"));
    }
}
