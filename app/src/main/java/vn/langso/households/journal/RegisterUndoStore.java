package vn.langso.households.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

import vn.langso.households.journal.RegisterJournal.Table;

/** Keeps rows as they were before a change and puts them back. Numbers of cards and phones stay sealed in the images. */
@Repository
class RegisterUndoStore {

    private static final String HOUSEHOLD_IMAGE =
            "select to_jsonb(h)::text from households.household h where h.id = :id";

    private static final String PERSON_IMAGE = "select to_jsonb(p)::text from households.person p where p.id = :id";

    private static final String INSERT = """
            insert into households.undo (id, household_id, account_id, at, images)
            values (:id, :householdId, :accountId, :at, :images::jsonb)
            """;

    private static final String LATEST = """
            select id, household_id, account_id, images::text as images
            from households.undo
            where household_id = :householdId and account_id = :accountId and at > :since
            order by at desc, id desc
            limit 1
            """;

    private static final String FIND =
            "select id, household_id, account_id, images::text as images from households.undo where id = :id for update";

    private static final String DELETE = "delete from households.undo where id = :id";

    private static final String CLEAR = "delete from households.undo where at < :before";

    private static final String VILLAGE = "select village_id from households.household where id = :id";

    private static final String RESTORE_HOUSEHOLD = """
            update households.household h
            set village_id = i.village_id, number = i.number, number_key = i.number_key, head_id = i.head_id,
                head_name = i.head_name, sort_key = i.sort_key, lane = i.lane, address = i.address,
                address_key = i.address_key, member_count = i.member_count, attributes = i.attributes,
                here_from = i.here_from, registered_to = i.registered_to, end_reason = i.end_reason,
                version = h.version + 1
            from jsonb_populate_record(null::households.household, :image::jsonb) i
            where h.id = i.id and h.version = :version
            """;

    private static final String RESTORE_PERSON = """
            update households.person p
            set household_id = i.household_id, village_id = i.village_id, full_name = i.full_name, name_key = i.name_key,
                given_key = i.given_key, sort_key = i.sort_key, birth_date = i.birth_date,
                birth_precision = i.birth_precision, sex = i.sex, relation = i.relation, residence = i.residence,
                cccd_cipher = i.cccd_cipher, cccd_hash = i.cccd_hash, cccd_mask = i.cccd_mask,
                phone_cipher = i.phone_cipher, phone_hash = i.phone_hash, phone_mask = i.phone_mask,
                attributes = i.attributes, here_from = i.here_from, registered_to = i.registered_to,
                end_reason = i.end_reason, version = p.version + 1
            from jsonb_populate_record(null::households.person, :image::jsonb) i
            where p.id = i.id and p.version = :version
            """;

    private static final String REMOVE_PERSON = "delete from households.person where id = :id and version = :version";

    private static final String REMOVE_HOUSEHOLD =
            "delete from households.household where id = :id and version = :version";

    private static final String REMOVE_HOUSEHOLD_STAY =
            "delete from households.household_past_stay where household_id = :id and valid_from = :from";

    private static final String REMOVE_PERSON_STAY =
            "delete from households.person_past_stay where person_id = :id and valid_from = :from";

    private static final String REMOVE_ATTRIBUTE =
            "delete from households.past_attribute where subject_id = :id and code = :code and valid_from = :from";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    RegisterUndoStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * One row of a change.
     *
     * @param before its columns; null when the change made the row
     * @param version its version after the change; 0 for rows without
     * @param code of a past attribute; null for others
     * @param from first day of a past stay or attribute; null for others
     */
    record Image(
            Table table,
            UUID id,
            @Nullable String before,
            int version,
            @Nullable String code,
            @Nullable LocalDate from) {}

    /** What the change added to a village's counters. */
    record Count(UUID villageId, int households, int residents) {}

    /** All that is needed to take a change back. */
    record Images(List<Image> rows, List<Count> counts) {}

    /** A change that may be taken back. */
    record Undo(UUID id, UUID householdId, UUID accountId, Images images) {}

    String image(Table table, UUID id) {
        return jdbc.sql(table == Table.HOUSEHOLD ? HOUSEHOLD_IMAGE : PERSON_IMAGE)
                .param("id", id)
                .query((row, index) -> row.getString(1))
                .single();
    }

    void insert(Undo undo, Instant at) {
        jdbc.sql(INSERT)
                .param("id", undo.id())
                .param("householdId", undo.householdId())
                .param("accountId", undo.accountId())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("images", json.writeValueAsString(undo.images()))
                .update();
    }

    /** The last change of the household by this account, if it is not older. */
    Optional<Undo> latest(UUID householdId, UUID accountId, Instant since) {
        return jdbc.sql(LATEST)
                .param("householdId", householdId)
                .param("accountId", accountId)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, index) -> undo(
                        row.getObject("id", UUID.class),
                        row.getObject("household_id", UUID.class),
                        row.getObject("account_id", UUID.class),
                        row.getString("images")))
                .optional();
    }

    Optional<Undo> find(UUID id) {
        return jdbc.sql(FIND)
                .param("id", id)
                .query((row, index) -> undo(
                        row.getObject("id", UUID.class),
                        row.getObject("household_id", UUID.class),
                        row.getObject("account_id", UUID.class),
                        row.getString("images")))
                .optional();
    }

    /** The village of the household now; empty when it is gone. */
    Optional<UUID> village(UUID householdId) {
        return jdbc.sql(VILLAGE)
                .param("id", householdId)
                .query((row, index) -> row.getObject(1, UUID.class))
                .optional();
    }

    void delete(UUID id) {
        jdbc.sql(DELETE).param("id", id).update();
    }

    int clearBefore(Instant before) {
        return jdbc.sql(CLEAR).param("before", before.atOffset(ZoneOffset.UTC)).update();
    }

    /** Puts the rows back, the last written first; false when one of them was changed since. */
    boolean restore(List<Image> images) {
        List<Image> backwards = new ArrayList<>(images).reversed();
        return backwards.stream().allMatch(this::restore);
    }

    private boolean restore(Image image) {
        return switch (image.table()) {
            case HOUSEHOLD -> versioned(image.before() == null ? REMOVE_HOUSEHOLD : RESTORE_HOUSEHOLD, image);
            case PERSON -> versioned(image.before() == null ? REMOVE_PERSON : RESTORE_PERSON, image);
            case HOUSEHOLD_STAY -> dated(REMOVE_HOUSEHOLD_STAY, image);
            case PERSON_STAY -> dated(REMOVE_PERSON_STAY, image);
            case ATTRIBUTE -> dated(REMOVE_ATTRIBUTE, image);
        };
    }

    private boolean versioned(String sql, Image image) {
        return jdbc.sql(sql)
                        .param("id", image.id())
                        .param("image", image.before())
                        .param("version", image.version())
                        .update()
                == 1;
    }

    private boolean dated(String sql, Image image) {
        return jdbc.sql(sql)
                        .param("id", image.id())
                        .param("code", image.code())
                        .param("from", image.from())
                        .update()
                == 1;
    }

    private Undo undo(UUID id, UUID householdId, UUID accountId, String images) {
        return new Undo(id, householdId, accountId, json.readValue(images, Images.class));
    }
}
