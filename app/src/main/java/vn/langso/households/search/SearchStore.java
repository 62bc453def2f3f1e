package vn.langso.households.search;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.langso.households.RegisterColumns;
import vn.langso.households.search.HouseholdQuery.Filter;
import vn.langso.households.search.RegisterScope.Shown;

/** SQL of the search, one statement per {@link SearchPhase}. All find ids in the order of a key; rows are read after. */
@Repository
class SearchStore {

    /** So many names in order are looked at before the word index is asked: a few milliseconds of an index-only scan. */
    private static final int NEAR = 4_000;

    /** The last resort gives at most so many: who has not found somebody in a thousand rows adds a word. */
    private static final int MOST_BY_WORDS = 1_000;

    private static final String EXACT = """
            select p.id, p.given_key as key, p.village_id
            from households.person p
            where p.registered_to is null and (p.given_key, p.id) > (:key, :id)
              and (p.cccd_hash = :cccd::bytea or p.phone_hash = :phone::bytea) {filter} {villages}
            order by p.given_key, p.id
            limit :limit
            """;

    private static final String VILLAGE_WORDS = """
            select p.id, p.sort_key as key, p.village_id
            from unnest(:villages::uuid[]) as v (id)
            cross join lateral (
              select p.id, p.sort_key, p.village_id from households.person p
              where p.village_id = v.id and p.registered_to is null and (p.sort_key, p.id) > (:key, :id)
                and ' ' || p.name_key || ' ' like all (:patterns::text[]) {filter}
              order by p.sort_key, p.id
              limit :limit
            ) p
            order by p.sort_key, p.id
            limit :limit
            """;

    private static final String GIVEN_NAME = """
            select p.id, p.given_key as key, p.village_id
            from households.person p
            where p.registered_to is null and p.given_key < :lastEnd and (p.given_key, p.id) > (:key, :id)
              and ' ' || p.given_key || ' ' like all (:patterns::text[])
              and (:one or {natural} not like :prefix || '%') {filter} {villages}
            order by p.given_key, p.id
            limit :limit
            """;

    private static final String FULL_NAME = """
            select p.id, p.name_key as key, p.village_id
            from households.person p
            where p.registered_to is null and p.name_key < :prefixEnd and (p.name_key, p.id) > (:key, :id)
              and (not :one or split_part(p.name_key, ' ', -1) not like :last || '%') {filter} {villages}
            order by p.name_key, p.id
            limit :limit
            """;

    private static final String WORDS_NEAR = """
            with near as materialized (
              select p.id, p.given_key, p.village_id from households.person p
              where p.registered_to is null and (p.given_key, p.id) > (:key, :id)
              order by p.given_key, p.id
              limit :near
            )
            select p.id, p.given_key as key, p.village_id
            from near p
            where ' ' || p.given_key || ' ' like all (:patterns::text[])
              and p.given_key not like :last || '%' and {natural} not like :prefix || '%' {filter} {villages}
            order by p.given_key, p.id
            limit :limit
            """;

    private static final String WORDS = """
            with found as materialized (
              select p.id, p.given_key, p.village_id from households.person p
              where p.registered_to is null
                and array_to_tsvector(string_to_array(p.name_key, ' ')) @@ :tsquery::tsquery
                and p.given_key not like :last || '%' and p.name_key not like :prefix || '%'
                and (p.given_key, p.id) > (:key, :id) {villages}
              limit :most
            )
            select p.id, p.given_key as key, p.village_id
            from found p
            where true {filter}
            order by p.given_key, p.id
            limit :limit
            """;

    private static final String NUMBER = """
            select h.id, h.number_key as key, h.village_id
            from unnest(:numbers::text[]) as n (key)
            cross join lateral (
              select h.id, h.number_key, h.village_id from households.household h
              where h.number_key = n.key and h.registered_to is null and (h.number_key, h.id) > (:key, :id)
                {condition} {villages}
              order by h.number_key, h.id
              limit :limit
            ) h
            order by h.number_key, h.id
            limit :limit
            """;

    private static final String ADDRESS_NEAR = """
            with near as materialized (
              select h.id, h.sort_key, h.village_id, h.address_key, h.number_key, h.attributes from households.household h
              where h.registered_to is null and (h.sort_key, h.id) > (:key, :id)
              order by h.sort_key, h.id
              limit :near
            )
            select h.id, h.sort_key as key, h.village_id
            from near h
            where ' ' || h.address_key || ' ' like all (:patterns::text[]) and h.number_key <> all (:numbers::text[])
              {condition} {villages}
            order by h.sort_key, h.id
            limit :limit
            """;

    private static final String ADDRESS = """
            with found as materialized (
              select h.id, h.sort_key, h.village_id from households.household h
              where h.registered_to is null
                and array_to_tsvector(string_to_array(h.address_key, ' ')) @@ :tsquery::tsquery
                and h.number_key <> all (:numbers::text[])
                and (h.sort_key, h.id) > (:key, :id) {condition} {villages}
              limit :most
            )
            select h.id, h.sort_key as key, h.village_id
            from found h
            order by h.sort_key, h.id
            limit :limit
            """;

    private static final String VILLAGE_ADDRESS = """
            select h.id, h.sort_key as key, h.village_id
            from unnest(:villages::uuid[]) as v (id)
            cross join lateral (
              select h.id, h.sort_key, h.village_id from households.household h
              where h.village_id = v.id and h.registered_to is null and (h.sort_key, h.id) > (:key, :id)
                and ' ' || h.address_key || ' ' like all (:patterns::text[]) and h.number_key <> all (:numbers::text[])
                {condition}
              order by h.sort_key, h.id
              limit :limit
            ) h
            order by h.sort_key, h.id
            limit :limit
            """;

    /** The name in its natural order again, out of the key that begins with the given name. */
    private static final String NATURAL = """
            (case when strpos(p.given_key, ' ') = 0 then p.given_key
             else substr(p.given_key, strpos(p.given_key, ' ') + 1) || ' ' || split_part(p.given_key, ' ', 1) end)\
            """;

    private static final String FILTERED = """
            and exists (select 1 from households.person f join households.household h on h.id = f.household_id
                        where f.id = p.id {condition})
            """;

    /** Sorts after every sign that a key can begin with. */
    private static final String LAST_SIGN = "\uFFFD";

    private final JdbcClient jdbc;
    private final RegisterColumns columns;

    SearchStore(JdbcClient jdbc, RegisterColumns columns) {
        this.jdbc = jdbc;
        this.columns = columns;
    }

    /** One found row: a person's id, or in the phases NUMBER and ADDRESS a household's. */
    record Hit(UUID id, String key, UUID villageId) {}

    /** What to search for and where. */
    record Asked(SearchText text, Shown shown, @Nullable Filter filter) {}

    List<Hit> find(SearchPhase phase, Asked asked, ListPosition after, int limit) {
        return switch (phase) {
            case EXACT -> run(EXACT, asked, after, limit);
            case VILLAGE_WORDS -> run(VILLAGE_WORDS, asked, after, limit);
            case GIVEN_NAME -> run(GIVEN_NAME, asked, after.orFrom(asked.text().lastWord()), limit);
            case FULL_NAME -> run(FULL_NAME, asked, after.orFrom(asked.text().prefix()), limit);
            case WORDS -> nearFirst(WORDS_NEAR, WORDS, asked, after, limit);
            case NUMBER -> run(NUMBER, asked, after, limit);
            case ADDRESS ->
                asked.shown().few()
                        ? run(VILLAGE_ADDRESS, asked, after, limit)
                        : nearFirst(ADDRESS_NEAR, ADDRESS, asked, after, limit);
        };
    }

    private List<Hit> nearFirst(String near, String all, Asked asked, ListPosition after, int limit) {
        List<Hit> hits = run(near, asked, after, limit);
        return hits.size() == limit ? hits : run(all, asked, after, limit);
    }

    private List<Hit> run(String template, Asked asked, ListPosition after, int limit) {
        SearchText text = asked.text();
        Shown shown = asked.shown();
        boolean persons = template.contains("households.person");
        Filter filter = asked.filter();
        String sql = template.replace("{filter}", filter == null ? "" : FILTERED)
                .replace("{condition}", filter == null ? "" : filter.condition())
                .replace("{natural}", NATURAL)
                .replace(
                        "{villages}",
                        shown.everything()
                                ? ""
                                : "and " + (persons ? "p" : "h") + ".village_id = any (:villages::uuid[])");
        String cccd = text.cccd();
        String phone = text.phone();
        JdbcClient.StatementSpec statement = jdbc.sql(sql)
                .param("key", after.key())
                .param("id", after.id())
                .param("limit", limit)
                .param("near", NEAR)
                .param("most", MOST_BY_WORDS)
                .param("one", text.words().size() == 1)
                .param("patterns", text.patterns())
                .param("prefix", text.prefix())
                .param("prefixEnd", text.prefix() + LAST_SIGN)
                .param("last", text.lastWord())
                .param("lastEnd", text.lastWord() + LAST_SIGN)
                .param("tsquery", text.tsquery())
                .param("numbers", text.numberKeys())
                .param("cccd", cccd == null ? null : columns.cccdHash(cccd))
                .param("phone", phone == null ? null : columns.phoneHash(phone));
        if (!shown.everything()) {
            statement = statement.param("villages", shown.array());
        }
        return statement
                .query((row, index) -> new Hit(
                        row.getObject("id", UUID.class), row.getString("key"), row.getObject("village_id", UUID.class)))
                .list();
    }
}
