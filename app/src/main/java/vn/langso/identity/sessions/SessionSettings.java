package vn.langso.identity.sessions;

import java.time.Duration;
import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import vn.langso.kernel.Role;

/**
 * How long sessions live: long on somebody's own phone, a working day at a desk that others may sit down at.
 *
 * @param phoneIdle a session of a role that works on a phone ends after this time without use
 * @param phoneLongest and after this time in any case
 * @param deskIdle a session of a role that works at a desk ends after this time without use
 * @param deskLongest and after this time in any case
 */
@ConfigurationProperties("langso.identity.sessions")
public record SessionSettings(
        @DefaultValue("14d") Duration phoneIdle,
        @DefaultValue("90d") Duration phoneLongest,
        @DefaultValue("12h") Duration deskIdle,
        @DefaultValue("7d") Duration deskLongest) {

    private static final Set<Role> ON_A_PHONE = Set.of(
            Role.RESIDENT, Role.VILLAGE_HEAD, Role.CELL_SECRETARY, Role.DIGITAL_TEAM, Role.ELECTRICIAN, Role.TEACHER);

    Duration idle(Role role) {
        return ON_A_PHONE.contains(role) ? phoneIdle : deskIdle;
    }

    Duration longest(Role role) {
        return ON_A_PHONE.contains(role) ? phoneLongest : deskLongest;
    }
}
