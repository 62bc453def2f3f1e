package vn.langso.households.imports;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import vn.langso.households.rows.Heading;
import vn.langso.households.rows.Mapping;
import vn.langso.sheets.SheetFacts;

/**
 * One import, from the upload to its undoing.
 *
 * @param placeId the place of the role that imports; rows belong to its villages
 * @param asOf the day that the figures stand for
 * @param mapping null until it was chosen
 * @param facts what the reading met; null until then
 * @param counts what it would do, or did; null until the first preview
 * @param progress of the work going on
 * @param failure why it failed, or when the program was stopped in the middle of it
 */
record RegisterImport(
        UUID id,
        UUID placeId,
        UUID accountId,
        String accountName,
        UUID fileId,
        String fileName,
        ImportState state,
        LocalDate asOf,
        Heading heading,
        @Nullable Mapping mapping,
        @Nullable SheetFacts facts,
        @Nullable ImportCounts counts,
        Progress progress,
        Failure failure,
        OffsetDateTime createdAt,
        Times times) {

    /** How far the work going on is; {@code step} is empty when there is none. */
    record Progress(String step, long done, long total) {}

    /** Why it failed, or how it was cut; all null when neither. */
    record Failure(
            @Nullable String code,
            List<String> args,
            @Nullable OffsetDateTime cutAt,
            @Nullable ImportState cutState) {}

    /** When it was previewed, written, undone; null what did not happen. */
    record Times(
            @Nullable OffsetDateTime previewedAt,
            @Nullable OffsetDateTime committedAt,
            @Nullable OffsetDateTime undoneAt,
            @Nullable String undoneBy) {}
}
