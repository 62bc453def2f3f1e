package vn.langso.dashboard;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of the contacts. */
@Repository
class ContactStore {

    private static final String FIND = """
            select place_id, name, phone, version
            from dashboard.contact
            where place_id = :placeId
            """;

    private static final String INSERT = """
            insert into dashboard.contact (place_id, name, phone, published_at, version)
            values (:placeId, :name, :phone, :at, 1)
            on conflict (place_id) do nothing
            """;

    private static final String UPDATE = """
            update dashboard.contact
            set name = :name, phone = :phone, published_at = :at, version = version + 1
            where place_id = :placeId and version = :version
            """;

    private static final String DELETE = """
            delete from dashboard.contact
            where place_id = :placeId and version = :version
            """;

    private final JdbcClient jdbc;

    ContactStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Contact> find(UUID placeId) {
        return jdbc.sql(FIND).param("placeId", placeId).query(Contact.class).optional();
    }

    /** False when the place has one already. */
    boolean insert(UUID placeId, String name, String phone, Instant at) {
        return write(INSERT, placeId, name, phone, at).update() == 1;
    }

    /** False when the version is not the current one. */
    boolean update(Contact contact, Instant at) {
        return write(UPDATE, contact.placeId(), contact.name(), contact.phone(), at)
                        .param("version", contact.version())
                        .update()
                == 1;
    }

    /** False when the version is not the current one. */
    boolean delete(UUID placeId, int version) {
        return jdbc.sql(DELETE)
                        .param("placeId", placeId)
                        .param("version", version)
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec write(String sql, UUID placeId, String name, String phone, Instant at) {
        return jdbc.sql(sql)
                .param("placeId", placeId)
                .param("name", name)
                .param("phone", phone)
                .param("at", at.atOffset(ZoneOffset.UTC));
    }
}
