package vn.langso.places;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.langso.places.PlaceRecords.Figures;
import vn.langso.places.PlaceRecords.Known;
import vn.langso.places.PlaceRecords.Name;
import vn.langso.places.PlaceRecords.Parent;
import vn.langso.places.PlaceRecords.Span;
import vn.langso.places.PlaceRecords.Succession;
import vn.langso.places.PlaceRecords.Trace;
import vn.langso.places.PlaceRecords.Unit;

/** All SQL of places, names, parents and successions. They are read all at once and written row by row of one operation. */
@Repository
class PlaceStore {

    private static final String REVISION = "select number from places.revision";
    private static final String LOCK = "select number from places.revision for update";
    private static final String ADVANCE = "update places.revision set number = number + 1 returning number";

    private static final String UNITS = """
            select p.id, p.code, p.kind, p.valid_from, p.valid_to, p.latitude, p.longitude, p.area_km2, p.communes,
                   p.opened_by, p.closed_by, o.known
            from places.place p
            join places.operation o on o.id = p.opened_by
            """;
    private static final String NAMES = """
            select id, place_id, unit_type, name, valid_from, valid_to, opened_by, closed_by
            from places.place_name
            """;
    private static final String PARENTS = """
            select id, place_id, parent_id, valid_from, valid_to, opened_by, closed_by
            from places.parent
            """;
    private static final String SUCCESSIONS = """
            select id, from_id, to_id, valid_from, part, opened_by
            from places.succession
            """;

    private static final String INSERT_UNITS = """
            insert into places.place (id, code, kind, valid_from, valid_to, latitude, longitude, area_km2, communes,
                                      opened_by, closed_by)
            select r.id, r.code, r.kind, r.valid_from, r.valid_to, r.latitude, r.longitude, r.area_km2, r.communes,
                   r.opened_by, r.closed_by
            from unnest(:ids::uuid[], :codes::text[], :kinds::text[], :froms::date[], :tos::date[],
                        :latitudes::float8[], :longitudes::float8[], :areas::float8[], :communes::int[],
                        :openedBy::uuid[], :closedBy::uuid[])
                 as r (id, code, kind, valid_from, valid_to, latitude, longitude, area_km2, communes,
                       opened_by, closed_by)
            """;
    private static final String INSERT_NAMES = """
            insert into places.place_name (id, place_id, unit_type, name, valid_from, valid_to, opened_by, closed_by)
            select r.id, r.place_id, r.unit_type, r.name, r.valid_from, r.valid_to, r.opened_by, r.closed_by
            from unnest(:ids::uuid[], :places::uuid[], :types::text[], :names::text[], :froms::date[],
                        :tos::date[], :openedBy::uuid[], :closedBy::uuid[])
                 as r (id, place_id, unit_type, name, valid_from, valid_to, opened_by, closed_by)
            """;
    private static final String INSERT_PARENTS = """
            insert into places.parent (id, place_id, parent_id, valid_from, valid_to, opened_by, closed_by)
            select r.id, r.place_id, r.parent_id, r.valid_from, r.valid_to, r.opened_by, r.closed_by
            from unnest(:ids::uuid[], :places::uuid[], :parents::uuid[], :froms::date[], :tos::date[],
                        :openedBy::uuid[], :closedBy::uuid[])
                 as r (id, place_id, parent_id, valid_from, valid_to, opened_by, closed_by)
            """;
    private static final String INSERT_SUCCESSIONS = """
            insert into places.succession (id, from_id, to_id, valid_from, part, opened_by)
            select r.id, r.from_id, r.to_id, r.valid_from, r.part, r.opened_by
            from unnest(:ids::uuid[], :froms::uuid[], :tos::uuid[], :days::date[], :parts::boolean[],
                        :openedBy::uuid[])
                 as r (id, from_id, to_id, valid_from, part, opened_by)
            """;

    private static final List<String> CLOSE = List.of(
            "update places.place set valid_to = :to, closed_by = :by where id = any(:ids::uuid[]) and valid_to is null",
            "update places.place_name set valid_to = :to, closed_by = :by where id = any(:ids::uuid[]) and valid_to is null",
            "update places.parent set valid_to = :to, closed_by = :by where id = any(:ids::uuid[]) and valid_to is null");

    /** Children first, so that no row points at one that is gone. */
    private static final List<String> TAKE_BACK = List.of(
            "delete from places.succession where opened_by = :by",
            "delete from places.parent where opened_by = :by",
            "delete from places.place_name where opened_by = :by",
            "delete from places.place where opened_by = :by",
            "update places.parent set valid_to = null, closed_by = null where closed_by = :by",
            "update places.place_name set valid_to = null, closed_by = null where closed_by = :by",
            "update places.place set valid_to = null, closed_by = null where closed_by = :by");

    private final JdbcClient jdbc;

    PlaceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long revision() {
        return jdbc.sql(REVISION).query((row, n) -> row.getLong(1)).single();
    }

    /** Holds back every other change until the end of the transaction; returns the revision. */
    long lock() {
        return jdbc.sql(LOCK).query((row, n) -> row.getLong(1)).single();
    }

    long advance() {
        return jdbc.sql(ADVANCE).query((row, n) -> row.getLong(1)).single();
    }

    /** Everything of one revision; read again when another copy changed places meanwhile. */
    PlaceRecords load() {
        while (true) {
            long before = revision();
            PlaceRecords records = new PlaceRecords(
                    jdbc.sql(UNITS).query((row, n) -> unit(row)).list(),
                    jdbc.sql(NAMES).query((row, n) -> name(row)).list(),
                    jdbc.sql(PARENTS).query((row, n) -> parent(row)).list(),
                    jdbc.sql(SUCCESSIONS).query((row, n) -> succession(row)).list(),
                    before);
            if (revision() == before) {
                return records;
            }
        }
    }

    void insert(PlaceRecords rows) {
        insertUnits(rows.units());
        insertNames(rows.names());
        insertParents(rows.parents());
        insertSuccessions(rows.successions());
    }

    /** Ends the open rows of these ids with the day {@code to}; returns how many there were. */
    int close(Collection<UUID> ids, LocalDate to, UUID operationId) {
        int rows = 0;
        for (String sql : CLOSE) {
            rows += jdbc.sql(sql)
                    .param("to", to)
                    .param("by", operationId)
                    .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                    .update();
        }
        return rows;
    }

    /** Removes what the operation opened and opens again what it closed. */
    void takeBack(UUID operationId) {
        TAKE_BACK.forEach(sql -> jdbc.sql(sql).param("by", operationId).update());
    }

    private void insertUnits(List<Unit> units) {
        jdbc.sql(INSERT_UNITS)
                .param("ids", uuids(units, Unit::id))
                .param("codes", strings(units, Unit::code))
                .param("kinds", strings(units, unit -> unit.kind().name()))
                .param("froms", dates(units, unit -> unit.span().from()))
                .param("tos", dates(units, unit -> unit.span().to()))
                .param("latitudes", texts(units, unit -> unit.figures().latitude()))
                .param("longitudes", texts(units, unit -> unit.figures().longitude()))
                .param("areas", texts(units, unit -> unit.figures().areaKm2()))
                .param("communes", texts(units, unit -> unit.figures().communes()))
                .param("openedBy", uuids(units, unit -> unit.trace().openedBy()))
                .param("closedBy", uuids(units, unit -> unit.trace().closedBy()))
                .update();
    }

    private void insertNames(List<Name> names) {
        jdbc.sql(INSERT_NAMES)
                .param("ids", uuids(names, Name::id))
                .param("places", uuids(names, Name::placeId))
                .param("types", strings(names, Name::unitType))
                .param("names", strings(names, Name::name))
                .param("froms", dates(names, name -> name.span().from()))
                .param("tos", dates(names, name -> name.span().to()))
                .param("openedBy", uuids(names, name -> name.trace().openedBy()))
                .param("closedBy", uuids(names, name -> name.trace().closedBy()))
                .update();
    }

    private void insertParents(List<Parent> parents) {
        jdbc.sql(INSERT_PARENTS)
                .param("ids", uuids(parents, Parent::id))
                .param("places", uuids(parents, Parent::placeId))
                .param("parents", uuids(parents, Parent::parentId))
                .param("froms", dates(parents, parent -> parent.span().from()))
                .param("tos", dates(parents, parent -> parent.span().to()))
                .param("openedBy", uuids(parents, parent -> parent.trace().openedBy()))
                .param("closedBy", uuids(parents, parent -> parent.trace().closedBy()))
                .update();
    }

    private void insertSuccessions(List<Succession> successions) {
        jdbc.sql(INSERT_SUCCESSIONS)
                .param("ids", uuids(successions, Succession::id))
                .param("froms", uuids(successions, Succession::fromId))
                .param("tos", uuids(successions, Succession::toId))
                .param("days", dates(successions, Succession::on))
                .param("parts", texts(successions, Succession::part))
                .param("openedBy", uuids(successions, Succession::openedBy))
                .update();
    }

    private static Unit unit(ResultSet row) throws SQLException {
        Figures figures = new Figures(
                row.getObject("latitude", Double.class),
                row.getObject("longitude", Double.class),
                row.getObject("area_km2", Double.class),
                row.getObject("communes", Integer.class));
        return new Unit(
                row.getObject("id", UUID.class),
                row.getString("code"),
                PlaceKind.valueOf(row.getString("kind")),
                span(row),
                figures,
                Known.valueOf(row.getString("known")),
                trace(row));
    }

    private static Name name(ResultSet row) throws SQLException {
        return new Name(
                row.getObject("id", UUID.class),
                row.getObject("place_id", UUID.class),
                row.getString("unit_type"),
                row.getString("name"),
                span(row),
                trace(row));
    }

    private static Parent parent(ResultSet row) throws SQLException {
        return new Parent(
                row.getObject("id", UUID.class),
                row.getObject("place_id", UUID.class),
                row.getObject("parent_id", UUID.class),
                span(row),
                trace(row));
    }

    private static Succession succession(ResultSet row) throws SQLException {
        return new Succession(
                row.getObject("id", UUID.class),
                row.getObject("from_id", UUID.class),
                row.getObject("to_id", UUID.class),
                row.getObject("valid_from", LocalDate.class),
                row.getBoolean("part"),
                row.getObject("opened_by", UUID.class));
    }

    private static Span span(ResultSet row) throws SQLException {
        return new Span(row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class));
    }

    private static Trace trace(ResultSet row) throws SQLException {
        return new Trace(row.getObject("opened_by", UUID.class), row.getObject("closed_by", UUID.class));
    }

    private static <T> @Nullable String[] uuids(List<T> rows, Function<T, @Nullable UUID> value) {
        return texts(rows, value);
    }

    private static <T> @Nullable String[] dates(List<T> rows, Function<T, @Nullable LocalDate> value) {
        return texts(rows, value);
    }

    private static <T> @Nullable String[] strings(List<T> rows, Function<T, @Nullable String> value) {
        return texts(rows, value);
    }

    /** Arrays go to the database as texts and are cast there: the driver knows arrays of texts best. */
    private static <T, V> @Nullable String[] texts(List<T> rows, Function<T, @Nullable V> value) {
        @Nullable String[] texts = new @Nullable String[rows.size()];
        for (int i = 0; i < texts.length; i++) {
            V one = value.apply(rows.get(i));
            texts[i] = one == null ? null : one.toString();
        }
        return texts;
    }
}
