package vn.langso.infrastructure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
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

import vn.langso.kernel.Folding;

/** All SQL of the things of a village, lanes among them. */
@Repository
class AssetStore {

    private static final String INSERT = """
            insert into infrastructure.asset (id, place_id, kind, name, operator, location, latitude, longitude, length_m,
                                              folded_name, since, until, source, version)
            values (:id, :placeId, :kind, :name, :operator, :location, :latitude, :longitude, :lengthM,
                    :foldedName, :since, :until, :source, 1)
            """;

    private static final String UPDATE = """
            update infrastructure.asset
            set kind = :kind, name = :name, operator = :operator, location = :location, latitude = :latitude,
                longitude = :longitude, length_m = :lengthM, folded_name = :foldedName, since = :since, until = :until, source = :source, version = version + 1
            where id = :id and version = :version
            """;

    private static final String DELETE = "delete from infrastructure.asset where id = :id and version = :version";

    private static final String DELETE_SERVICES = "delete from infrastructure.asset_service where asset_id = :id";

    private static final String INSERT_SERVICE = """
            insert into infrastructure.asset_service (asset_id, position, technology, operator, since, until)
            values (:id, :position, :technology, :operator, :since, :until)
            """;

    private static final String FIND = """
            select id, place_id, kind, name, operator, location, latitude, longitude, length_m, since, until, source,
                   version
            from infrastructure.asset
            where id = :id
            """;

    private static final String UNDER = """
            select id, place_id, kind, name, operator, location, latitude, longitude, length_m, since, until, source,
                   version
            from infrastructure.asset
            where place_id = any(:places) and kind = any(:kinds) and (:after::uuid is null or id > :after)
            order by id
            limit :limit
            """;

    private static final String SERVICES = """
            select asset_id, technology, operator, since, until
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
    List<Asset> under(Collection<UUID> places, Collection<AssetKind> kinds, @Nullable UUID after, int limit) {
        List<Asset> bare = jdbc.sql(UNDER)
                .param("places", places.toArray(UUID[]::new))
                .param("kinds", kinds.stream().map(AssetKind::code).toArray(String[]::new))
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> asset(row, Map.of()))
                .list();
        Map<UUID, List<NetworkOffer>> services =
                services(bare.stream().map(Asset::id).toList());
        return bare.stream()
                .map(asset -> new Asset(
                        asset.id(),
                        asset.placeId(),
                        asset.details().with(services.getOrDefault(asset.id(), List.of())),
                        asset.version()))
                .toList();
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
                    .param("operator", service.operator())
                    .param("since", service.since())
                    .param("until", service.until())
                    .update();
        }
    }

    private Map<UUID, List<NetworkOffer>> services(Collection<UUID> ids) {
        Map<UUID, List<NetworkOffer>> services = new HashMap<>();
        jdbc.sql(SERVICES).param("ids", ids.toArray(UUID[]::new)).query((RowCallbackHandler)
                row -> addService(row, services));
        return services;
    }

    private static void addService(ResultSet row, Map<UUID, List<NetworkOffer>> services) throws SQLException {
        services.computeIfAbsent(row.getObject("asset_id", UUID.class), _ -> new ArrayList<>())
                .add(new NetworkOffer(
                        Technology.ofCode(row.getString("technology")).orElseThrow(),
                        row.getString("operator"),
                        row.getObject("since", LocalDate.class),
                        row.getObject("until", LocalDate.class)));
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
                .param("lengthM", details.lengthM())
                .param("foldedName", details.isLane() ? Folding.fold(details.name()) : null)
                .param("since", details.since())
                .param("until", details.until())
                .param("source", details.source());
    }

    private static Asset asset(ResultSet row, Map<UUID, List<NetworkOffer>> services) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        double latitude = row.getDouble("latitude");
        Position position = row.wasNull() ? null : new Position(latitude, row.getDouble("longitude"));
        int length = row.getInt("length_m");
        Integer lengthM = row.wasNull() ? null : length;
        AssetDetails details = new AssetDetails(
                AssetKind.ofCode(row.getString("kind")).orElseThrow(),
                row.getString("name"),
                row.getString("operator"),
                row.getString("location"),
                position,
                lengthM,
                row.getObject("since", LocalDate.class),
                row.getObject("until", LocalDate.class),
                row.getString("source"),
                services.getOrDefault(id, List.of()));
        return new Asset(id, row.getObject("place_id", UUID.class), details, row.getInt("version"));
    }
}
