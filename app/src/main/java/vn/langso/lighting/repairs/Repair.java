package vn.langso.lighting.repairs;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import vn.langso.lighting.alarms.AlarmKind;

/**
 * One piece of work.
 *
 * @param label what people call the thing to be mended
 * @param taken null while nobody has it
 * @param done null until somebody says so
 * @param verifiedAt when the measured power showed that it helped; null until then
 * @param reopened how often it was done and did not help
 */
record Repair(
        UUID id,
        UUID placeId,
        UUID cabinetId,
        @Nullable UUID alarmId,
        AlarmKind kind,
        String label,
        List<String> lamps,
        OffsetDateTime openedAt,
        State state,
        @Nullable Taken taken,
        @Nullable Done done,
        @Nullable UUID beforePhotoId,
        @Nullable OffsetDateTime verifiedAt,
        int reopened,
        int version) {

    enum State {
        OPEN,
        TAKEN,
        DONE,
        VERIFIED;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static State ofCode(String code) {
            return valueOf(code.toUpperCase(java.util.Locale.ROOT));
        }
    }

    record Taken(OffsetDateTime at, String name) {}

    /** What was used and seen. */
    record Done(
            OffsetDateTime at,
            String parts,
            String note,
            @Nullable UUID photoId) {}
}
