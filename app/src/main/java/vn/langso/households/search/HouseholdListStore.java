package vn.langso.households.search;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.langso.households.Household;
import vn.langso.households.HouseholdRows;
import vn.langso.households.Person;
import vn.langso.households.search.HouseholdQuery.Filter;
import vn.langso.households.search.HouseholdQuery.Sort;
import vn.langso.households.search.HouseholdSearch.Counts;
import vn.langso.households.search.RegisterScope.Shown;

/**
 * SQL of the household list. For a few villages each one's index is read in order and the pages are merged; for more, the index over all is
 * read in order and foreign villages are left out. Either way a page costs some hundred index rows, however large the register is.
 */
@Repository
class HouseholdListStore {

    /** Finds the page in the indexes of the villages alone (unless a filter asks for the rows), then reads its rows. */
    private static final String FEW = """
            with found as materialized (
              select f.id, f.{order} as place_in_list
              from unnest(:villages::uuid[]) as v (id)
              cross join lateral (
                select h.id, h.{order} from households.household h
                where h.village_id = v.id and h.registered_to is null and (h.{order}, h.id) > (:key, :id) {filter}
                order by h.{order}, h.id
                limit :limit
              ) f
              order by f.{order}, f.id
              limit :limit
            )
            select {columns}, found.place_in_list
            from found join households.household h on h.id = found.id
            order by found.place_in_list, h.id
            """;

    private static final String MANY = """
            select {columns}, h.{order} as place_in_list
            from households.household h
            where h.registered_to is null and (h.{order}, h.id) > (:key, :id) {filter} {villages}
            order by h.{order}, h.id
            limit :limit
            """;

    private static final String BY_IDS = """
            select {columns} from households.household h where h.id = any (:ids::uuid[])
            """.replace("{columns}", HouseholdRows.HOUSEHOLD);

    private static final String PERSONS = """
            select {columns} from households.person p where p.id = any (:ids::uuid[])
            """.replace("{columns}", HouseholdRows.PERSON);

    private static final String COUNTS = """
            select coalesce(sum(households), 0), coalesce(sum(residents), 0)
            from households.village_count
            where village_id = any (:villages::uuid[])
            """;

    private static final String COUNTS_OF_ALL =
            "select coalesce(sum(households), 0), coalesce(sum(residents), 0) from households.village_count";

    /** A plan for all values of a parameter fits none: with "limit ?" unknown the server sorts everything. Planning costs half a millisecond. */
    private static final String PLAN_EACH = "select set_config('plan_cache_mode', 'force_custom_plan', true)";

    private final JdbcClient jdbc;

    HouseholdListStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A household and where it stands in the order asked for. */
    record Placed(Household household, String key) {}

    /** Lets the statements of the running transaction be planned for their values. */
    void planEach() {
        jdbc.sql(PLAN_EACH).query((row, index) -> row.getString(1)).single();
    }

    List<Placed> list(Shown shown, Sort sort, @Nullable Filter filter, ListPosition after, int limit) {
        String sql = (shown.few() ? FEW : MANY)
                .replace("{columns}", HouseholdRows.HOUSEHOLD)
                .replace("{order}", sort.column())
                .replace("{filter}", filter == null ? "" : filter.condition())
                .replace("{villages}", shown.everything() ? "" : RegisterScope.HOUSEHOLDS_SHOWN);
        JdbcClient.StatementSpec statement =
                jdbc.sql(sql).param("key", after.key()).param("id", after.id()).param("limit", limit);
        if (shown.few() || !shown.everything()) {
            statement = statement.param("villages", shown.array());
        }
        return statement
                .query((row, index) -> new Placed(HouseholdRows.household(row, index), row.getString("place_in_list")))
                .list();
    }

    Map<UUID, Household> households(Collection<UUID> ids) {
        return jdbc.sql(BY_IDS).param("ids", ids.toArray(UUID[]::new)).query(HouseholdRows::household).list().stream()
                .collect(Collectors.toMap(Household::id, Function.identity()));
    }

    Map<UUID, Person> persons(Collection<UUID> ids) {
        return jdbc.sql(PERSONS).param("ids", ids.toArray(UUID[]::new)).query(HouseholdRows::person).list().stream()
                .collect(Collectors.toMap(Person::id, Function.identity()));
    }

    Counts counts(Shown shown) {
        JdbcClient.StatementSpec statement =
                shown.everything() ? jdbc.sql(COUNTS_OF_ALL) : jdbc.sql(COUNTS).param("villages", shown.array());
        return statement
                .query((row, index) -> new Counts(row.getLong(1), row.getLong(2)))
                .single();
    }
}
