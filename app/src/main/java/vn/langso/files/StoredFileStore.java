package vn.langso.files;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of the files. */
@Repository
class StoredFileStore {

    private static final String INSERT = """
            insert into files.stored_file (id, name, kind, size_bytes, sha256, place_id, needs, account_id, account_name,
                                           created_at)
            values (:id, :name, :kind, :sizeBytes, :sha256, :placeId, :needs, :accountId, :accountName, :createdAt)
            """;

    private static final String FIND = """
            select id, name, kind, size_bytes, sha256, place_id, needs, account_id, account_name, created_at
            from files.stored_file
            where id = :id
            """;

    private static final String OF_ACCOUNT = """
            select id, name, kind, size_bytes, sha256, place_id, needs, account_id, account_name, created_at
            from files.stored_file
            where account_id = :accountId and (:after::uuid is null or id < :after)
            order by id desc
            limit :limit
            """;

    private static final String DELETE = "delete from files.stored_file where id = :id";

    private static final String HAS_CONTENT = "select exists (select from files.stored_file where sha256 = :sha256)";

    /** Keeping and sweeping one content exclude each other until the end of the transaction. */
    private static final String LOCK_CONTENT =
            "select true from (select pg_advisory_xact_lock(hashtextextended(:sha256, 7))) as taken";

    private final JdbcClient jdbc;

    StoredFileStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(StoredFile file) {
        jdbc.sql(INSERT)
                .param("id", file.id())
                .param("name", file.name())
                .param("kind", file.kind().name())
                .param("sizeBytes", file.sizeBytes())
                .param("sha256", file.sha256())
                .param("placeId", file.placeId())
                .param("needs", file.needs())
                .param("accountId", file.accountId())
                .param("accountName", file.accountName())
                .param("createdAt", file.createdAt())
                .update();
    }

    Optional<StoredFile> find(UUID id) {
        return jdbc.sql(FIND)
                .param("id", id)
                .query(DataClassRowMapper.newInstance(StoredFile.class))
                .optional();
    }

    List<StoredFile> ofAccount(UUID accountId, @Nullable UUID after, int limit) {
        return jdbc.sql(OF_ACCOUNT)
                .param("accountId", accountId)
                .param("after", after)
                .param("limit", limit)
                .query(DataClassRowMapper.newInstance(StoredFile.class))
                .list();
    }

    void delete(UUID id) {
        jdbc.sql(DELETE).param("id", id).update();
    }

    void lockContent(String sha256) {
        jdbc.sql(LOCK_CONTENT).param("sha256", sha256).query(Boolean.class).single();
    }

    boolean hasContent(String sha256) {
        return jdbc.sql(HAS_CONTENT)
                .param("sha256", sha256)
                .query(Boolean.class)
                .single();
    }
}
