package vn.langso.indicators;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Some records behind a figure.
 *
 * @param after id to ask for the next page with; null when there is none
 */
public record RecordPage(
        List<IndicatorRecord> records, @Nullable UUID after) {}
