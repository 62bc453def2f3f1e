package vn.langso.indicators;

import java.time.LocalDate;
import java.util.UUID;

/** Which records behind the figure {@code code} of a place: those counted, missed, or all that could have been counted. */
public record RecordQuestion(UUID placeId, String code, Counted counted, LocalDate on) {}
