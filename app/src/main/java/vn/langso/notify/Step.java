package vn.langso.notify;

import java.util.UUID;

/**
 * One telling of a notice, due now.
 *
 * @param number 0 for the first, more for escalations
 */
record Step(UUID noticeId, int number, Audience audience) {

    boolean isEscalation() {
        return number > 0;
    }
}
