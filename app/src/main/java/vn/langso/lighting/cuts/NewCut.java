package vn.langso.lighting.cuts;

import java.time.Instant;
import java.util.UUID;

/** A cut about to be entered. */
record NewCut(UUID placeId, Instant from, Instant to, String source, String note) {}
