package vn.langso.kernel;

import java.util.Arrays;
import java.util.Optional;

/** What somebody is in a place. The wire name (tokens, demo, access matrix) is {@link #code()}. */
public enum Role {
    RESIDENT,
    VILLAGE_HEAD,
    CELL_SECRETARY,
    DIGITAL_TEAM,
    COMMUNE_CLERK,
    ONE_STOP_OFFICER,
    COMMUNE_LEADER,
    COMMUNE_POLICE,
    ELECTRICIAN,
    BILLER,
    TEACHER,
    COMMITTEE,
    ASSESSOR,
    ADMINISTRATOR;

    /** The name outside the program, for example {@code village-head}. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** The role of a wire name; empty when there is none. */
    public static Optional<Role> ofCode(String code) {
        return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
    }
}
