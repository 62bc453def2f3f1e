package vn.langso.notify;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import vn.langso.kernel.Ids;
import vn.langso.kernel.Role;

/** Notices with texts that exist. */
final class NoticeSamples {

    private NoticeSamples() {}

    /** An alarm to the heads of the village, after ten minutes to the police of the commune. */
    static NewNotice alarm(UUID village) {
        return notice(
                "test." + Ids.next(),
                Urgency.ALARM,
                village,
                List.of(new Escalation(Duration.ofMinutes(10), new Audience(Set.of(Role.COMMUNE_POLICE), village))));
    }

    static NewNotice news(UUID village) {
        return notice("test." + Ids.next(), Urgency.NEWS, village, List.of());
    }

    static NewNotice notice(String key, Urgency urgency, UUID village, List<Escalation> escalations) {
        return new NewNotice(
                key,
                urgency,
                village,
                "notify.approval.asked",
                List.of("Lê Mẫu Một"),
                "notify.list.none-why",
                List.of(),
                "/places/15313-61",
                new Audience(Set.of(Role.VILLAGE_HEAD), village),
                escalations);
    }
}
