package vn.langso.lighting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.langso.kernel.Ids;

/** All SQL of roads, cabinets, circuits, poles and lamps. */
@Repository
class LightingStore {

    private static final String INSERT_ROAD = """
            insert into lighting.road (id, place_id, code, name, position, since, version)
            values (:id, :placeId, :code, :name, :position, :since, 1)
            """;

    private static final String INSERT_CABINET = """
            insert into lighting.cabinet (id, place_id, code, name, device_id, lamp_controllers, latitude, longitude, since, version)
            values (:id, :placeId, :code, :name, :deviceId, :lampControllers, :latitude, :longitude, :since, 1)
            """;

    private static final String INSERT_CIRCUIT = """
            insert into lighting.circuit (id, cabinet_id, road_id, slot, code, phase)
            values (:id, :cabinetId, :roadId, :slot, :code, :phase)
            """;

    private static final String INSERT_POLE = """
            insert into lighting.pole (id, road_id, code, position, latitude, longitude)
            values (:id, :roadId, :code, :position, :latitude, :longitude)
            """;

    private static final String INSERT_LAMP = """
            insert into lighting.lamp (id, pole_id, circuit_id, slot, code, type, watts, since, warranty_until, version)
            values (:id, :poleId, :circuitId, :slot, :code, :type, :watts, :since, :warrantyUntil, 1)
            """;

    private static final String ROADS = """
            select id, place_id, code, name, position, since, until from lighting.road
            where place_id = any(:places) and since <= :on and (until is null or until >= :on)
            order by place_id, position, id
            """;

    private static final String ROAD =
            "select id, place_id, code, name, position, since, until from lighting.road where id = :id";

    private static final String CABINET_COLUMNS = """
            select id, place_id, code, name, device_id, lamp_controllers, latitude, longitude, since, until, version
            from lighting.cabinet
            """;

    private static final String CABINETS = CABINET_COLUMNS + """
            where place_id = any(:places) and since <= :on and (until is null or until >= :on)
            order by place_id, id
            """;

    private static final String CABINET = CABINET_COLUMNS + "where id = :id";

    private static final String CABINET_OF_DEVICE = CABINET_COLUMNS + "where device_id = :device and until is null";

    private static final String CIRCUITS = """
            select id, cabinet_id, road_id, slot, code, phase from lighting.circuit where cabinet_id = :cabinet order by slot
            """;

    private static final String LAMPS = """
            select l.id, l.pole_id, p.road_id, l.circuit_id, l.slot, l.code, p.position, l.type, l.watts, p.latitude, p.longitude,
                   l.since, l.until, l.warranty_until
            from lighting.lamp l
            join lighting.pole p on p.id = l.pole_id
            join lighting.circuit c on c.id = l.circuit_id
            where c.cabinet_id = :cabinet and l.since <= :on and (l.until is null or l.until >= :on)
            order by l.slot
            """;

    private static final String ROADS_OF_CABINET = """
            select distinct r.id, r.place_id, r.code, r.name, r.position, r.since, r.until
            from lighting.road r
            join lighting.circuit c on c.road_id = r.id
            where c.cabinet_id = :cabinet
            order by r.position, r.id
            """;

    private static final String REVISION = "select number from lighting.revision where id = 1";

    private static final String ADVANCE = "update lighting.revision set number = :number where id = 1";

    private static final String COUNT = """
            select (select count(*) from lighting.road where place_id = any(:places))
                 + (select count(*) from lighting.cabinet where place_id = any(:places))
            """;

    private final JdbcClient jdbc;

    LightingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long revision() {
        return jdbc.sql(REVISION).query(Long.class).single();
    }

    /** The new number is a random one: what a transaction that was rolled back has seen never comes again. */
    void advance() {
        jdbc.sql(ADVANCE).param("number", Ids.next().getLeastSignificantBits()).update();
    }

    void insert(Road road) {
        jdbc.sql(INSERT_ROAD)
                .param("id", road.id())
                .param("placeId", road.placeId())
                .param("code", road.code())
                .param("name", road.name())
                .param("position", road.position())
                .param("since", road.since())
                .update();
    }

    void insert(Cabinet cabinet) {
        spot(jdbc.sql(INSERT_CABINET), cabinet.spot())
                .param("id", cabinet.id())
                .param("placeId", cabinet.placeId())
                .param("code", cabinet.code())
                .param("name", cabinet.name())
                .param("deviceId", cabinet.deviceId())
                .param("lampControllers", cabinet.lampControllers())
                .param("since", cabinet.since())
                .update();
    }

    void insert(Circuit circuit) {
        jdbc.sql(INSERT_CIRCUIT)
                .param("id", circuit.id())
                .param("cabinetId", circuit.cabinetId())
                .param("roadId", circuit.roadId())
                .param("slot", circuit.slot())
                .param("code", circuit.code())
                .param("phase", circuit.phase())
                .update();
    }

    /** The lamp and its pole. */
    void insert(Lamp lamp) {
        spot(jdbc.sql(INSERT_POLE), lamp.spot())
                .param("id", lamp.poleId())
                .param("roadId", lamp.roadId())
                .param("code", lamp.code())
                .param("position", lamp.position())
                .update();
        jdbc.sql(INSERT_LAMP)
                .param("id", lamp.id())
                .param("poleId", lamp.poleId())
                .param("circuitId", lamp.circuitId())
                .param("slot", lamp.slot())
                .param("code", lamp.code())
                .param("type", lamp.type().code())
                .param("watts", lamp.watts())
                .param("since", lamp.since())
                .param("warrantyUntil", lamp.warrantyUntil())
                .update();
    }

    List<Road> roads(Collection<UUID> places, LocalDate on) {
        return jdbc.sql(ROADS)
                .param("places", places.toArray(UUID[]::new))
                .param("on", on)
                .query((row, _) -> road(row))
                .list();
    }

    Optional<Road> road(UUID id) {
        return jdbc.sql(ROAD).param("id", id).query((row, _) -> road(row)).optional();
    }

    List<Cabinet> cabinets(Collection<UUID> places, LocalDate on) {
        return jdbc.sql(CABINETS)
                .param("places", places.toArray(UUID[]::new))
                .param("on", on)
                .query((row, _) -> cabinet(row))
                .list();
    }

    Optional<Cabinet> cabinet(UUID id) {
        return jdbc.sql(CABINET).param("id", id).query((row, _) -> cabinet(row)).optional();
    }

    Optional<Cabinet> cabinetOf(String device) {
        return jdbc.sql(CABINET_OF_DEVICE)
                .param("device", device)
                .query((row, _) -> cabinet(row))
                .optional();
    }

    /** The cabinet with what hangs on it on the day. */
    Layout layout(Cabinet cabinet, LocalDate on) {
        List<Circuit> circuits = jdbc.sql(CIRCUITS)
                .param("cabinet", cabinet.id())
                .query((row, _) -> new Circuit(
                        row.getObject("id", UUID.class),
                        row.getObject("cabinet_id", UUID.class),
                        row.getObject("road_id", UUID.class),
                        row.getInt("slot"),
                        row.getString("code"),
                        row.getString("phase")))
                .list();
        List<Lamp> lamps = jdbc.sql(LAMPS)
                .param("cabinet", cabinet.id())
                .param("on", on)
                .query((row, _) -> lamp(row))
                .list();
        List<Road> roads = jdbc.sql(ROADS_OF_CABINET)
                .param("cabinet", cabinet.id())
                .query((row, _) -> road(row))
                .list();
        return new Layout(cabinet, circuits, lamps, roads);
    }

    long count(Collection<UUID> places) {
        return jdbc.sql(COUNT)
                .param("places", places.toArray(UUID[]::new))
                .query(Long.class)
                .single();
    }

    private static JdbcClient.StatementSpec spot(JdbcClient.StatementSpec sql, @Nullable Spot spot) {
        return sql.param("latitude", spot == null ? null : spot.latitude())
                .param("longitude", spot == null ? null : spot.longitude());
    }

    private static @Nullable Spot spot(ResultSet row) throws SQLException {
        Double latitude = row.getObject("latitude", Double.class);
        return latitude == null ? null : new Spot(latitude, row.getDouble("longitude"));
    }

    private static Road road(ResultSet row) throws SQLException {
        return new Road(
                row.getObject("id", UUID.class),
                row.getObject("place_id", UUID.class),
                row.getString("code"),
                row.getString("name"),
                row.getInt("position"),
                row.getObject("since", LocalDate.class),
                row.getObject("until", LocalDate.class));
    }

    private static Cabinet cabinet(ResultSet row) throws SQLException {
        return new Cabinet(
                row.getObject("id", UUID.class),
                row.getObject("place_id", UUID.class),
                row.getString("code"),
                row.getString("name"),
                row.getString("device_id"),
                row.getBoolean("lamp_controllers"),
                spot(row),
                row.getObject("since", LocalDate.class),
                row.getObject("until", LocalDate.class),
                row.getInt("version"));
    }

    static Lamp lamp(ResultSet row) throws SQLException {
        return new Lamp(
                row.getObject("id", UUID.class),
                row.getObject("pole_id", UUID.class),
                row.getObject("road_id", UUID.class),
                row.getObject("circuit_id", UUID.class),
                row.getInt("slot"),
                row.getString("code"),
                row.getInt("position"),
                Lamp.Type.valueOf(row.getString("type").toUpperCase(java.util.Locale.ROOT)),
                row.getInt("watts"),
                spot(row),
                row.getObject("since", LocalDate.class),
                row.getObject("until", LocalDate.class),
                row.getObject("warranty_until", LocalDate.class));
    }
}
