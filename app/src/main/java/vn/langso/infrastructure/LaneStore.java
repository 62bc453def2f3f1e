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

/** All SQL of the lanes of a village. */
@Repository
class LaneStore {

    private static final String INSERT = """
            insert into infrastructure.lane (id, place_id, name, folded_name, length_m, since, until, source, version)
            values (:id, :placeId, :name, :foldedName, :lengthM, :since, :until, :source, 1)
            """;

    private static final String UPDATE = """
            update infrastructure.lane
            set name = :name, folded_name = :foldedName, length_m = :lengthM, since = :since, until = :until,
                source = :source, version = version + 1
            where id = :id and version = :version
            """;

    private static final String DELETE = "delete from infrastructure.lane where id = :id and version = :version";

    private static final String DELETE_SERVICES = "delete from infrastructure.lane_service where lane_id = :id";

    private static final String INSERT_SERVICE = """
            insert into infrastructure.lane_service (lane_id, position, technology, operator, since, until)
            values (:id, :position, :technology, :operator, :since, :until)
            """;

    private static final String FIND = """
            select id, place_id, name, length_m, since, until, source, version
            from infrastructure.lane
            where id = :id
            """;

    private static final String UNDER = """
            select id, place_id, name, length_m, since, until, source, version
            from infrastructure.lane
            where place_id = any(:places) and (:after::uuid is null or id > :after)
            order by id
            limit :limit
            """;

    private static final String SERVICES = """
            select lane_id as owner_id, technology, operator, since, until
            from infrastructure.lane_service
            where lane_id = any(:ids)
            order by lane_id, position
            """;

    private static final String COUNT = "select count(*) from infrastructure.lane where place_id = any(:places)";

    private final JdbcClient jdbc;

    LaneStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID id, UUID placeId, LaneDetails details) {
        values(jdbc.sql(INSERT), id, details).param("placeId", placeId).update();
        insertServices(id, details);
    }

    /** False when the version is no longer the given one. */
    boolean update(UUID id, int version, LaneDetails details) {
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

    Optional<Lane> find(UUID id) {
        Map<UUID, List<NetworkOffer>> services = services(List.of(id));
        return jdbc.sql(FIND)
                .param("id", id)
                .query((row, _) -> lane(row, services))
                .optional();
    }

    /** The lanes of the places, whenever they were in use, by id. */
    List<Lane> under(Collection<UUID> places, @Nullable UUID after, int limit) {
        List<Lane> bare = jdbc.sql(UNDER)
                .param("places", places.toArray(UUID[]::new))
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> lane(row, Map.of()))
                .list();
        Map<UUID, List<NetworkOffer>> services =
                services(bare.stream().map(Lane::id).toList());
        return bare.stream().map(lane -> withServices(lane, services)).toList();
    }

    long count(Collection<UUID> places) {
        return jdbc.sql(COUNT)
                .param("places", places.toArray(UUID[]::new))
                .query((row, _) -> row.getLong(1))
                .single();
    }

    static void addService(ResultSet row, Map<UUID, List<NetworkOffer>> services) throws SQLException {
        services.computeIfAbsent(row.getObject("owner_id", UUID.class), _ -> new ArrayList<>())
                .add(new NetworkOffer(
                        Technology.ofCode(row.getString("technology")).orElseThrow(),
                        row.getString("operator"),
                        row.getObject("since", LocalDate.class),
                        row.getObject("until", LocalDate.class)));
    }

    private void insertServices(UUID id, LaneDetails details) {
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

    private static Lane withServices(Lane lane, Map<UUID, List<NetworkOffer>> services) {
        LaneDetails bare = lane.details();
        LaneDetails full = new LaneDetails(
                bare.name(),
                bare.lengthM(),
                bare.since(),
                bare.until(),
                bare.source(),
                services.getOrDefault(lane.id(), List.of()));
        return new Lane(lane.id(), lane.placeId(), full, lane.version());
    }

    private static JdbcClient.StatementSpec values(JdbcClient.StatementSpec sql, UUID id, LaneDetails details) {
        return sql.param("id", id)
                .param("name", details.name())
                .param("foldedName", Folding.fold(details.name()))
                .param("lengthM", details.lengthM())
                .param("since", details.since())
                .param("until", details.until())
                .param("source", details.source());
    }

    private static Lane lane(ResultSet row, Map<UUID, List<NetworkOffer>> services) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        int length = row.getInt("length_m");
        LaneDetails details = new LaneDetails(
                row.getString("name"),
                row.wasNull() ? null : length,
                row.getObject("since", LocalDate.class),
                row.getObject("until", LocalDate.class),
                row.getString("source"),
                services.getOrDefault(id, List.of()));
        return new Lane(id, row.getObject("place_id", UUID.class), details, row.getInt("version"));
    }
}
