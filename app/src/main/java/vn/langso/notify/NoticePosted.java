package vn.langso.notify;

import java.util.UUID;

/** A notice is kept, and people are about to be told. */
public record NoticePosted(UUID noticeId, UUID placeId, Urgency urgency) {}
