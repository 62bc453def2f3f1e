package vn.langso.indicators;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One record behind a figure.
 *
 * @param label what a person recognises it by: head of the household, operator of the station
 * @param detail second line: address, source and date; null when there is none
 * @param href page of the record; null when it has none
 */
public record IndicatorRecord(
        UUID id,
        UUID placeId,
        String label,
        @Nullable String detail,
        @Nullable String href) {}
