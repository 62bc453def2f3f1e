package vn.langso.indicators;

import java.util.UUID;

/**
 * One place's part of an indicator; parts of villages are added up for the places above.
 *
 * @param placeId the village (or the higher place that the fact hangs on)
 * @param denominator 0 for counts
 */
public record IndicatorPart(String code, UUID placeId, long numerator, long denominator) {}
