package vn.langso.lighting.assets;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.langso.lighting.LightingEdits.Made;

/** All SQL of sheets of lamps. */
@Repository
class AssetImportStore {

    private static final String INSERT = """
            insert into lighting.asset_import
              (id, place_id, file_name, state, sent_by, created_at, changed_at, made_roads, made_cabinets, made_circuits, made_lamps)
            values (:id, :place, :fileName, 'previewed', :sentBy, :at, :at, '{}', '{}', '{}', '{}')
            """;

    /** The cells of a row come as one text: arrays of arrays of different content cannot be unnested by row. */
    private static final String INSERT_ROWS = """
            insert into lighting.asset_import_row (import_id, number, cells)
            select :id, r.number, string_to_array(r.cells, chr(31))
            from unnest(:numbers, :cells) as r(number, cells)
            """;

    private static final String COLUMNS = """
            select id, place_id, file_name, state, sent_by, created_at, made_roads, made_cabinets, made_circuits, made_lamps
            from lighting.asset_import
            """;

    private static final String FIND = COLUMNS + "where id = :id";

    private static final String LATEST = COLUMNS + "where place_id = :place order by id desc limit :limit";

    private static final String ROWS =
            "select number, cells from lighting.asset_import_row where import_id = :id order by number";

    /** Two who press at once: the second changes no row. */
    private static final String MOVE = """
            update lighting.asset_import
            set state = :to, changed_at = :at, made_roads = :roads, made_cabinets = :cabinets, made_circuits = :circuits, made_lamps = :lamps
            where id = :id and state = :from
            """;

    private final JdbcClient jdbc;

    AssetImportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(AssetImport sent, SortedMap<Integer, List<String>> rows) {
        jdbc.sql(INSERT)
                .param("id", sent.id())
                .param("place", sent.placeId())
                .param("fileName", sent.fileName())
                .param("sentBy", sent.sentBy())
                .param("at", at(sent.createdAt()))
                .update();
        jdbc.sql(INSERT_ROWS)
                .param("id", sent.id())
                .param("numbers", rows.keySet().toArray(Integer[]::new))
                .param(
                        "cells",
                        rows.values().stream()
                                .map(cells -> String.join("\u001f", cells))
                                .toArray(String[]::new))
                .update();
    }

    Optional<AssetImport> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query((row, _) -> read(row)).optional();
    }

    List<AssetImport> latest(UUID place, int limit) {
        return jdbc.sql(LATEST)
                .param("place", place)
                .param("limit", limit)
                .query((row, _) -> read(row))
                .list();
    }

    SortedMap<Integer, List<String>> rows(UUID id) {
        SortedMap<Integer, List<String>> rows = new TreeMap<>();
        jdbc.sql(ROWS).param("id", id).query(row -> {
            String[] cells = (String[]) row.getArray("cells").getArray();
            rows.put(row.getInt("number"), List.of(cells));
        });
        return rows;
    }

    boolean move(AssetImport found, AssetImport.State to, Made made, Instant at) {
        return jdbc.sql(MOVE)
                        .param("id", found.id())
                        .param("from", found.state().code())
                        .param("to", to.code())
                        .param("at", at(at))
                        .param("roads", made.roads().toArray(UUID[]::new))
                        .param("cabinets", made.cabinets().toArray(UUID[]::new))
                        .param("circuits", made.circuits().toArray(UUID[]::new))
                        .param("lamps", made.lamps().toArray(UUID[]::new))
                        .update()
                > 0;
    }

    private static AssetImport read(ResultSet row) throws SQLException {
        return new AssetImport(
                row.getObject("id", UUID.class),
                row.getObject("place_id", UUID.class),
                row.getString("file_name"),
                AssetImport.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("sent_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                new Made(
                        ids(row, "made_roads"),
                        ids(row, "made_cabinets"),
                        ids(row, "made_circuits"),
                        ids(row, "made_lamps")));
    }

    private static List<UUID> ids(ResultSet row, String column) throws SQLException {
        return Arrays.asList((UUID[]) row.getArray(column).getArray());
    }

    private static OffsetDateTime at(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
