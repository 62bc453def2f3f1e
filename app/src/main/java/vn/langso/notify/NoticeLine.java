package vn.langso.notify;

import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;

/**
 * A notice on one person's list.
 *
 * @param rank 0 for an open alarm, 1 for all others
 */
record NoticeLine(Notice notice, int rank, @Nullable OffsetDateTime seenAt) {

    ListPosition position() {
        return new ListPosition(rank, notice.id());
    }
}
