package vn.langso.notify;

import java.util.List;
import java.util.UUID;

/**
 * What a module wants people to know. Texts are those of the posting module, filled in with the arguments in each reader's language;
 * the arguments name no person of the register, because a push may be read on a locked screen.
 *
 * @param key the posting module's own name of the matter, {@code lighting.alarm.<id>}; posting it again changes nothing
 * @param placeId place that it belongs to
 * @param titleKey one line of at most some 60 signs
 * @param bodyKey two or three lines: what, where, what to do
 * @param link path in the program that shows more, beginning with a slash
 * @param audience who is told at once
 * @param escalations who is told when nobody acknowledges; empty for none
 */
public record NewNotice(
        String key,
        Urgency urgency,
        UUID placeId,
        String titleKey,
        List<Object> titleArgs,
        String bodyKey,
        List<Object> bodyArgs,
        String link,
        Audience audience,
        List<Escalation> escalations) {

    public NewNotice {
        if (!link.startsWith("/") || link.startsWith("//")) {
            throw new IllegalArgumentException("Not a path of this program: " + link);
        }
        titleArgs = List.copyOf(titleArgs);
        bodyArgs = List.copyOf(bodyArgs);
        escalations = List.copyOf(escalations);
    }
}
