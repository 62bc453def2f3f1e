package vn.langso.lighting.alarms;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An alarm as it is kept.
 *
 * @param since when it was first seen, by the cabinet's clock as corrected
 * @param raisedAt when it was known here
 * @param answered the first answer of a person; null while nobody answered
 * @param over null while it goes on
 */
public record Alarm(
        UUID id,
        UUID placeId,
        UUID cabinetId,
        AlarmKind kind,
        AlarmSubject subject,
        String label,
        List<String> roads,
        List<String> lamps,
        List<Reason> reasons,
        OffsetDateTime since,
        OffsetDateTime raisedAt,
        @Nullable Answered answered,
        @Nullable Over over) {

    /** Who answered what first. */
    public record Answered(Answer answer, OffsetDateTime at, String name) {}

    /** Since when and why it is over. */
    public record Over(OffsetDateTime at, Ending ending) {}

    public boolean isOpen() {
        return over == null;
    }

    /** True while somebody must answer. */
    public boolean isWaiting() {
        return over == null && answered == null;
    }
}
