package vn.langso.notify;

import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** Where a page of a list ended; "1.0190e…" in addresses. */
record ListPosition(int rank, UUID noticeId) {

    /** Empty when it is no position that was handed out: then the list begins at its beginning. */
    static Optional<ListPosition> of(@Nullable String text) {
        if (text == null || !text.matches("[01]\\.[0-9a-f-]{36}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ListPosition(text.charAt(0) - '0', UUID.fromString(text.substring(2))));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return rank + "." + noticeId;
    }
}
