package vn.langso.lighting.alarms;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

import vn.langso.kernel.Role;
import vn.langso.notify.Audience;
import vn.langso.notify.Escalation;
import vn.langso.notify.NewNotice;
import vn.langso.notify.Notices;
import vn.langso.notify.Urgency;
import vn.langso.places.Places;

/** Tells people of an alarm: the village head at once, the police where somebody may have done it, others when nobody answers. */
@Component
@EnableConfigurationProperties(AlarmSettings.class)
class AlarmNotices {

    private final Notices notices;
    private final Places places;
    private final AlarmSettings settings;

    AlarmNotices(Notices notices, Places places, AlarmSettings settings) {
        this.notices = notices;
        this.places = places;
        this.settings = settings;
    }

    /** In the transaction that raises the alarm. An outage of the whole commune is told once in each village. */
    void tell(NewAlarm alarm) {
        notices.post(new NewNotice(
                key(alarm.id()),
                Urgency.valueOf(alarm.kind().weight().name()),
                alarm.placeId(),
                "alarms.title." + alarm.kind().code(),
                List.of(alarm.label()),
                alarm.lamps().isEmpty() ? "alarms.notice.body" : "alarms.notice.body-lamps",
                body(alarm),
                "/lighting/alarms/" + alarm.id(),
                new Audience(atOnce(alarm.kind()), alarm.placeId()),
                escalations(alarm)));
    }

    void settle(UUID alarmId) {
        notices.settle(key(alarmId));
    }

    private List<Object> body(NewAlarm alarm) {
        String village = places.tree().get(alarm.placeId()).fullName();
        String time = java.time.format.DateTimeFormatter.ofPattern("HH:mm")
                .format(alarm.since().atZone(vn.langso.kernel.Texts.ZONE));
        return alarm.lamps().isEmpty()
                ? List.of(village, time)
                : List.of(village, time, alarm.lamps().size());
    }

    private Set<Role> atOnce(AlarmKind kind) {
        Set<Role> roles = EnumSet.of(Role.VILLAGE_HEAD);
        if (kind.isForPolice() && settings.policeAtOnce()) {
            roles.add(Role.COMMUNE_POLICE);
        }
        if (kind.isWork()) {
            roles.add(Role.ELECTRICIAN);
        }
        return roles;
    }

    private List<Escalation> escalations(NewAlarm alarm) {
        return switch (alarm.kind().weight()) {
            case ALARM ->
                List.of(
                        new Escalation(
                                settings.nextCadreAfter(),
                                new Audience(Set.of(Role.CELL_SECRETARY, Role.ELECTRICIAN), alarm.placeId())),
                        new Escalation(
                                settings.policeAfter(),
                                new Audience(Set.of(Role.COMMUNE_POLICE, Role.COMMUNE_LEADER), alarm.placeId())));
            case WARNING ->
                List.of(new Escalation(
                        settings.policeAfter(), new Audience(Set.of(Role.ELECTRICIAN), alarm.placeId())));
            case NEWS -> List.of();
        };
    }

    private static String key(UUID alarmId) {
        return "lighting.alarm." + alarmId;
    }
}
