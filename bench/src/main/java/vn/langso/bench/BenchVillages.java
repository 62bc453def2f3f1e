package vn.langso.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Fills the province with villages by bare SQL, as many as a real one has, as if one decision had established them all. */
final class BenchVillages {

    private static final UUID DECISION = new UUID(0L, 4000L);
    private static final LocalDate SINCE = LocalDate.of(2025, 7, 1);

    private static final String COMMUNES = """
            select p.id, p.code
            from places.place p
            join places.parent r on r.place_id = p.id and r.valid_to is null
            join places.place province on province.id = r.parent_id and province.code = '38'
            where p.kind = 'COMMUNE' and p.valid_to is null
            order by p.code
            """;
    private static final String VILLAGES = """
            select code from places.place where kind = 'VILLAGE' and valid_to is null order by code
            """;

    private BenchVillages() {}

    /** The villages made here; those of the demo have a register of their own. Their numbers begin at 30 in each commune. */
    static List<String> empty(List<String> villages) {
        return villages.stream()
                .filter(code -> Integer.parseInt(code.substring(code.indexOf('-') + 1)) >= 30)
                .toList();
    }

    /** Makes sure that the province has this many villages and returns their codes. */
    static List<String> establish(Connection connection, int villages) throws SQLException {
        List<String> known = codes(connection);
        if (known.size() >= villages) {
            return known;
        }
        connection.setAutoCommit(false);
        List<String[]> communes = communes(connection);
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "insert into places.operation (id, change, number, effective_on, title, known, source, actor_id,"
                            + " actor_name, recorded_at) values ('" + DECISION + "', 'establish', '01/BENCH', '" + SINCE
                            + "', 'Villages to measure with', 'EXACT', '', '" + new UUID(0, 0) + "', 'bench', now())");
        }
        try (PreparedStatement place = connection.prepareStatement(
                        "insert into places.place (id, code, kind, valid_from, opened_by) values (?, ?, 'VILLAGE', ?, ?)");
                PreparedStatement name = connection.prepareStatement(
                        "insert into places.place_name (id, place_id, unit_type, name, valid_from, opened_by) values (?, ?, 'thon', ?, ?, ?)");
                PreparedStatement parent = connection.prepareStatement(
                        "insert into places.parent (id, place_id, parent_id, valid_from, opened_by) values (?, ?, ?, ?, ?)")) {
            for (int i = known.size(); i < villages; i++) {
                String[] commune = communes.get(i % communes.size());
                UUID id = UUID.randomUUID();
                add(place, id, "%s-%02d".formatted(commune[1], 30 + i / communes.size()), SINCE, DECISION);
                add(name, UUID.randomUUID(), id, "Thôn Đo " + i, SINCE, DECISION);
                add(parent, UUID.randomUUID(), id, UUID.fromString(commune[0]), SINCE, DECISION);
            }
            place.executeBatch();
            name.executeBatch();
            parent.executeBatch();
        }
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("update places.revision set number = number + 1");
        }
        connection.commit();
        connection.setAutoCommit(true);
        return codes(connection);
    }

    private static void add(PreparedStatement insert, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            insert.setObject(i + 1, values[i]);
        }
        insert.addBatch();
    }

    private static List<String[]> communes(Connection connection) throws SQLException {
        List<String[]> communes = new ArrayList<>();
        try (ResultSet rows = connection.createStatement().executeQuery(COMMUNES)) {
            while (rows.next()) {
                communes.add(new String[] {rows.getString(1), rows.getString(2)});
            }
        }
        return communes;
    }

    private static List<String> codes(Connection connection) throws SQLException {
        List<String> codes = new ArrayList<>();
        try (ResultSet rows = connection.createStatement().executeQuery(VILLAGES)) {
            while (rows.next()) {
                codes.add(rows.getString(1));
            }
        }
        return codes;
    }
}
