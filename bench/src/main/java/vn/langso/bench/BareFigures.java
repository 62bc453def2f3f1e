package vn.langso.bench;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** The figures of a place today, counted by plain SQL over the same tables: what the program's answer is compared with. */
final class BareFigures {

    private static final String UNDER = """
            with recursive under as (
              select id from places.place where code = ? and valid_to is null
              union all
              select p.place_id from places.parent p join under u on p.parent_id = u.id where p.valid_to is null
            )
            select array_agg(id) from under
            """;

    private static final String HOUSEHOLDS = """
            select count(*) as "households.total",
                   count(*) filter (where attributes #>> '{smartphone,0}' = 'yes') as "households.with-smartphone",
                   count(*) filter (where attributes #>> '{internet,0}' = 'yes') as "households.with-internet",
                   count(*) filter (where attributes #>> '{address-code,0}' <> '') as "households.with-address-code",
                   count(*) filter (where attributes #>> '{poverty,0}' = 'poor') as "households.poor",
                   count(*) filter (where attributes #>> '{poverty,0}' = 'near-poor') as "households.near-poor"
            from households.household
            where registered_to is null and village_id = any(?)
            """;

    private static final String WORKING_AGE =
            "birth_date between (case when sex = 'male' then :man else :woman end) and :fifteen";

    private static final String PERSONS = """
            select count(*) as "residents.total",
                   count(*) filter (where {age}) as "residents.working-age",
                   count(*) filter (where residence = 'working-away') as "residents.working-away",
                   count(*) filter (where {age} and attributes #>> '{epayment-account,0}' = 'yes')
                     as "residents.epayment-account",
                   count(*) filter (where birth_date <= :fourteen and attributes #>> '{eid-level,0}' = '2')
                     as "residents.eid-level-2",
                   count(*) filter (where attributes #>> '{health-record,0}' = 'yes') as "residents.health-record",
                   count(*) filter (where birth_date <= :fourteen) as "of eid age"
            from households.person
            where registered_to is null and village_id = any(?)
            """.replace("{age}", WORKING_AGE);

    private static final String ASSETS = """
            select count(*) filter (where kind = 'bts') as "infrastructure.bts",
                   count(*) filter (where kind = 'public-wifi') as "infrastructure.public-wifi",
                   count(*) filter (where kind = 'culture-house') as "infrastructure.culture-houses",
                   count(*) filter (where kind = 'postal-point') as "infrastructure.postal-points",
                   count(*) filter (where kind = 'loudspeaker-cluster') as "infrastructure.loudspeaker-clusters"
            from infrastructure.asset
            where since <= :today and (until is null or until >= :today) and place_id = any(?)
            """;

    private static final String LANES = """
            select count(*) filter (where exists (
                     select 1 from infrastructure.asset_service s
                     where s.asset_id = l.id and technology = 'fibre' and since <= :today
                       and (until is null or until >= :today))) as "infrastructure.lanes-with-fibre",
                   count(*) filter (where exists (
                     select 1 from infrastructure.asset_service s
                     where s.asset_id = l.id and technology in ('4g', '5g') and since <= :today
                       and (until is null or until >= :today))) as "infrastructure.mobile-coverage"
            from infrastructure.asset l
            where l.kind = 'lane' and l.since <= :today and (l.until is null or l.until >= :today) and l.place_id = any(?)
            """;

    private final Connection connection;

    /** @param workers beside the session's own, as many as the program lets its report use */
    BareFigures(Connection connection, int workers) throws SQLException {
        this.connection = connection;
        connection.createStatement().execute("set max_parallel_workers_per_gather = " + workers);
    }

    /** What each figure counts, by its code. */
    Map<String, Long> count(String place, LocalDate today) throws SQLException {
        Map<String, Long> figures = new TreeMap<>();
        Array under = under(place);
        for (String sql : new String[] {HOUSEHOLDS, PERSONS, ASSETS, LANES}) {
            count(sql, under, today, figures);
        }
        return figures;
    }

    /** Asked once and handed on: with the tree inside each count PostgreSQL would not use a second core. */
    private Array under(String place) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(UNDER)) {
            query.setString(1, place);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getArray(1);
            }
        }
    }

    private void count(String sql, Array under, LocalDate today, Map<String, Long> figures) throws SQLException {
        // Retirement age by month: it rises each year by the table of the Labour Code until 62 and 60 years.
        int years = Math.max(0, today.getYear() - 2021);
        String bound = sql.replace(":today", date(today))
                .replace(
                        ":man",
                        date(today.minusMonths(Math.min(62 * 12, 60 * 12 + 3 + 3 * years))
                                .plusDays(1)))
                .replace(
                        ":woman",
                        date(today.minusMonths(Math.min(60 * 12, 55 * 12 + 4 + 4 * years))
                                .plusDays(1)))
                .replace(":fifteen", date(today.minusYears(15)))
                .replace(":fourteen", date(today.minusYears(14)));
        try (PreparedStatement query = connection.prepareStatement(bound)) {
            query.setArray(1, under);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                ResultSetMetaData columns = row.getMetaData();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    figures.put(columns.getColumnLabel(i), row.getLong(i));
                }
            }
        }
    }

    private static String date(LocalDate day) {
        return "date '" + day + "'";
    }
}
