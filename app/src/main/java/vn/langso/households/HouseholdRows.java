package vn.langso.households;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** Reads households and persons from result rows. */
public final class HouseholdRows {

    public static final String HOUSEHOLD = """
            h.id, h.village_id, h.number, h.head_id, h.head_name, h.lane, h.address, h.member_count,
            h.attributes::text as attributes, h.registered_from, h.here_from, h.registered_to, h.end_reason, h.version\
            """;

    public static final String PERSON = """
            p.id, p.household_id, p.village_id, p.full_name, p.birth_date, p.birth_precision, p.sex, p.relation, p.residence,
            p.cccd_mask, p.phone_mask, p.attributes::text as attributes, p.registered_from, p.here_from, p.registered_to,
            p.end_reason, p.version\
            """;

    private HouseholdRows() {}

    public static Household household(ResultSet row, int index) throws SQLException {
        return new Household(
                row.getObject("id", UUID.class),
                row.getObject("village_id", UUID.class),
                row.getString("number"),
                row.getObject("head_id", UUID.class),
                row.getString("head_name"),
                row.getString("lane"),
                row.getString("address"),
                row.getInt("member_count"),
                AttributeJson.read(row.getString("attributes")),
                row.getObject("registered_from", LocalDate.class),
                row.getObject("here_from", LocalDate.class),
                date(row, "registered_to"),
                row.getString("end_reason"),
                row.getInt("version"));
    }

    public static Person person(ResultSet row, int index) throws SQLException {
        LocalDate born = date(row, "birth_date");
        String sex = row.getString("sex");
        return new Person(
                row.getObject("id", UUID.class),
                row.getObject("household_id", UUID.class),
                row.getObject("village_id", UUID.class),
                row.getString("full_name"),
                born == null
                        ? null
                        : new BirthDate(
                                born,
                                BirthDate.Precision.valueOf(
                                        row.getString("birth_precision").toUpperCase(Locale.ROOT))),
                sex == null ? null : NewPerson.Sex.valueOf(sex.toUpperCase(Locale.ROOT)),
                NewPerson.Relation.ofCode(row.getString("relation")),
                NewPerson.Residence.ofCode(row.getString("residence")),
                row.getString("cccd_mask"),
                row.getString("phone_mask"),
                AttributeJson.read(row.getString("attributes")),
                row.getObject("registered_from", LocalDate.class),
                row.getObject("here_from", LocalDate.class),
                date(row, "registered_to"),
                row.getString("end_reason"),
                row.getInt("version"));
    }

    public static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
