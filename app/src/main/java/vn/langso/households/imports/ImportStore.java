package vn.langso.households.imports;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

import vn.langso.files.StoredFile;
import vn.langso.households.rows.Heading;
import vn.langso.households.rows.Mapping;
import vn.langso.sheets.SheetFacts;
import vn.langso.shell.Caller;

/** All SQL of the imports themselves: their states, their progress, the mappings remembered. */
@Repository
class ImportStore {

    private static final String INSERT = """
            insert into households.register_import (id, place_id, account_id, account_name, file_id, file_name, file_sha256,
                                                    state, as_of, heading, created_at)
            values (:id, :placeId, :accountId, :accountName, :fileId, :fileName, :sha256, 'UPLOADED', :asOf, :heading::jsonb,
                    :at)
            """;

    private static final String FIND = """
            select id, place_id, account_id, account_name, file_id, file_name, state, as_of, heading, mapping, facts, counts,
                   step, done, total, failure_code, failure_args, cut_at, cut_state, created_at, previewed_at, committed_at,
                   undone_at, undone_by
            from households.register_import
            where id = :id
            """;

    private static final String LATEST = """
            select id, place_id, account_id, account_name, file_id, file_name, state, as_of, heading, mapping, facts, counts,
                   step, done, total, failure_code, failure_args, cut_at, cut_state, created_at, previewed_at, committed_at,
                   undone_at, undone_by
            from households.register_import
            where place_id = any (:places) and (:after::uuid is null or id < :after)
            order by id desc
            limit :limit
            """;

    private static final String GOING_ON = """
            select id from households.register_import where state in ('READING', 'COMMITTING', 'UNDOING') order by id
            """;

    private static final String SAME_FILE = """
            select id from households.register_import
            where place_id = :placeId and file_sha256 = :sha256 and state = 'COMMITTED' and id <> :id
            order by id desc
            limit 1
            """;

    private static final String MOVE = """
            update households.register_import
            set state = :to, step = '', done = 0, total = 0, failure_code = null, failure_args = '{}'
            where id = :id and state = any (:from)
            """;

    private static final String CHOOSE = """
            update households.register_import set mapping = :mapping::jsonb, as_of = :asOf where id = :id
            """;

    private static final String PROGRESS = """
            update households.register_import set step = :step, done = :done, total = :total where id = :id
            """;

    private static final String PREVIEWED = """
            update households.register_import
            set state = 'PREVIEWED', step = '', facts = :facts::jsonb, counts = :counts::jsonb, previewed_at = :at,
                cut_at = case when cut_state = 'READING' then null else cut_at end,
                failure_code = :code, failure_args = '{}'
            where id = :id
            """;

    private static final String COMMITTED = """
            update households.register_import
            set state = 'COMMITTED', step = '', counts = :counts::jsonb, committed_at = :at, cut_at = null, cut_state = null
            where id = :id
            """;

    private static final String UNDONE = """
            update households.register_import
            set state = 'UNDONE', step = '', undone_at = :at, undone_by = :name, cut_at = null, cut_state = null
            where id = :id
            """;

    private static final String FAILED = """
            update households.register_import
            set state = :state, step = '', failure_code = :code, failure_args = :args
            where id = :id
            """;

    private static final String CUT = """
            update households.register_import
            set state = :state, step = '', cut_at = :at, cut_state = state
            where id = :id
            """;

    private static final String OLD_FILES = """
            select id from households.register_import
            where file_kept and created_at < :before and state not in ('READING', 'COMMITTING', 'UNDOING')
            order by created_at
            limit 100
            """;

    /** What was not written by then needs its file again. */
    private static final String FILE_FORGOTTEN = """
            update households.register_import
            set file_kept = false,
                failure_code = case when state in ('UPLOADED', 'PREVIEWED', 'FAILED') then 'HHI-010' else failure_code end,
                state = case when state in ('UPLOADED', 'PREVIEWED') then 'FAILED' else state end
            where id = :id
            """;

    /** Writing and undoing wait for each other: what one wrote, the next one must see. */
    private static final String WAIT = "select true from (select pg_advisory_xact_lock(8120547)) as taken";

    private static final String WRITTEN_SINCE = """
            select exists (select from households.register_import
                           where id <> :id and greatest(committed_at, undone_at) > :since)
            """;

    /** Held while the program works on an import, until the end of the transaction; free again as soon as that program is gone. */
    private static final String TRY_LOCK = "select pg_try_advisory_xact_lock(hashtextextended(:id::text, 11))";

    private static final String MEMORY = """
            select set_config('work_mem', '48MB', true) || set_config('synchronous_commit', 'on', true)
            """;

    private static final String REMEMBER = """
            insert into households.import_mapping (place_id, fingerprint, mapping, used_at)
            values (:placeId, :fingerprint, :mapping::jsonb, :at)
            on conflict (place_id, fingerprint) do update set mapping = excluded.mapping, used_at = excluded.used_at
            """;

    private static final String REMEMBERED = """
            select mapping from households.import_mapping where place_id = :placeId and fingerprint = :fingerprint
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ImportStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(UUID id, Caller caller, StoredFile file, Heading heading, LocalDate asOf, Instant at) {
        jdbc.sql(INSERT)
                .param("id", id)
                .param("placeId", file.placeId())
                .param("accountId", caller.accountId())
                .param("accountName", caller.name())
                .param("fileId", file.id())
                .param("fileName", file.name())
                .param("sha256", file.sha256())
                .param("asOf", asOf)
                .param("heading", json.writeValueAsString(heading))
                .param("at", utc(at))
                .update();
    }

    Optional<RegisterImport> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query((row, index) -> map(row)).optional();
    }

    List<RegisterImport> latest(Collection<UUID> places, @Nullable UUID after, int limit) {
        return jdbc.sql(LATEST)
                .param("places", places.toArray(UUID[]::new))
                .param("after", after)
                .param("limit", limit)
                .query((row, index) -> map(row))
                .list();
    }

    List<UUID> goingOn() {
        return jdbc.sql(GOING_ON)
                .query((row, index) -> row.getObject(1, UUID.class))
                .list();
    }

    /** An earlier import of the same file that is in the register. */
    Optional<UUID> sameFile(UUID placeId, String sha256, UUID id) {
        return jdbc.sql(SAME_FILE)
                .param("placeId", placeId)
                .param("sha256", sha256)
                .param("id", id)
                .query((row, index) -> row.getObject(1, UUID.class))
                .optional();
    }

    /** Moves it on if it is in one of these states; false when it is not. */
    boolean move(UUID id, ImportState to, ImportState... from) {
        String[] names = new String[from.length];
        for (int i = 0; i < from.length; i++) {
            if (!from[i].next().contains(to)) {
                throw new IllegalArgumentException(from[i] + " does not lead to " + to);
            }
            names[i] = from[i].name();
        }
        return jdbc.sql(MOVE)
                        .param("id", id)
                        .param("to", to.name())
                        .param("from", names)
                        .update()
                == 1;
    }

    void choose(UUID id, Mapping.Choice choice) {
        jdbc.sql(CHOOSE)
                .param("id", id)
                .param("mapping", json.writeValueAsString(choice.mapping()))
                .param("asOf", choice.asOf())
                .update();
    }

    void progress(UUID id, RegisterImport.Progress progress) {
        jdbc.sql(PROGRESS)
                .param("id", id)
                .param("step", progress.step())
                .param("done", progress.done())
                .param("total", progress.total())
                .update();
    }

    /** {@code code} tells why it is previewed again; null on the ordinary way. */
    void previewed(UUID id, SheetFacts facts, ImportCounts counts, @Nullable String code, Instant at) {
        jdbc.sql(PREVIEWED)
                .param("id", id)
                .param("facts", json.writeValueAsString(facts))
                .param("counts", json.writeValueAsString(counts))
                .param("code", code)
                .param("at", utc(at))
                .update();
    }

    void committed(UUID id, ImportCounts counts, Instant at) {
        jdbc.sql(COMMITTED)
                .param("id", id)
                .param("counts", json.writeValueAsString(counts))
                .param("at", utc(at))
                .update();
    }

    void undone(UUID id, String name, Instant at) {
        jdbc.sql(UNDONE)
                .param("id", id)
                .param("name", name)
                .param("at", utc(at))
                .update();
    }

    void failed(UUID id, ImportState state, String code, List<Object> args) {
        jdbc.sql(FAILED)
                .param("id", id)
                .param("state", state.name())
                .param("code", code)
                .param("args", args.stream().map(String::valueOf).toArray(String[]::new))
                .update();
    }

    void cut(UUID id, ImportState state, Instant at) {
        jdbc.sql(CUT)
                .param("id", id)
                .param("state", state.name())
                .param("at", utc(at))
                .update();
    }

    List<UUID> withFilesOlderThan(Instant before) {
        return jdbc.sql(OLD_FILES)
                .param("before", utc(before))
                .query((row, index) -> row.getObject(1, UUID.class))
                .list();
    }

    void fileForgotten(UUID id) {
        jdbc.sql(FILE_FORGOTTEN).param("id", id).update();
    }

    void waitForOtherCommits() {
        jdbc.sql(WAIT).query(Boolean.class).single();
    }

    /** Whether another import was written or undone after this moment. */
    boolean isWrittenSince(UUID id, OffsetDateTime since) {
        return jdbc.sql(WRITTEN_SINCE)
                .param("id", id)
                .param("since", since)
                .query(Boolean.class)
                .single();
    }

    boolean tryLock(UUID id) {
        return jdbc.sql(TRY_LOCK).param("id", id).query(Boolean.class).single();
    }

    /** More memory for the set statements of this transaction alone. */
    void giveMemory() {
        jdbc.sql(MEMORY).query(String.class).single();
    }

    void remember(UUID placeId, String fingerprint, Mapping mapping, Instant at) {
        jdbc.sql(REMEMBER)
                .param("placeId", placeId)
                .param("fingerprint", fingerprint)
                .param("mapping", json.writeValueAsString(mapping))
                .param("at", utc(at))
                .update();
    }

    Optional<Mapping> remembered(UUID placeId, String fingerprint) {
        return jdbc.sql(REMEMBERED)
                .param("placeId", placeId)
                .param("fingerprint", fingerprint)
                .query((row, index) -> json.readValue(row.getString(1), Mapping.class))
                .optional();
    }

    private RegisterImport map(ResultSet row) throws SQLException {
        String cut = row.getString("cut_state");
        Array args = row.getArray("failure_args");
        return new RegisterImport(
                row.getObject("id", UUID.class),
                row.getObject("place_id", UUID.class),
                row.getObject("account_id", UUID.class),
                row.getString("account_name"),
                row.getObject("file_id", UUID.class),
                row.getString("file_name"),
                ImportState.valueOf(row.getString("state")),
                row.getObject("as_of", LocalDate.class),
                json.readValue(row.getString("heading"), Heading.class),
                read(row.getString("mapping"), Mapping.class),
                read(row.getString("facts"), SheetFacts.class),
                read(row.getString("counts"), ImportCounts.class),
                new RegisterImport.Progress(row.getString("step"), row.getLong("done"), row.getLong("total")),
                new RegisterImport.Failure(
                        row.getString("failure_code"),
                        List.of((String[]) args.getArray()),
                        row.getObject("cut_at", OffsetDateTime.class),
                        cut == null ? null : ImportState.valueOf(cut)),
                row.getObject("created_at", OffsetDateTime.class),
                new RegisterImport.Times(
                        row.getObject("previewed_at", OffsetDateTime.class),
                        row.getObject("committed_at", OffsetDateTime.class),
                        row.getObject("undone_at", OffsetDateTime.class),
                        row.getString("undone_by")));
    }

    private <T> @Nullable T read(@Nullable String text, Class<T> type) {
        return text == null ? null : json.readValue(text, type);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
