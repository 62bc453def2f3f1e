package vn.langso.infrastructure;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** A lane as it was typed into a form or sent to the API, before anything is believed. */
record LaneInput(
        @Nullable String name,
        @Nullable String lengthM,
        @Nullable String since,
        @Nullable String until,
        @Nullable String source,
        @Nullable List<InputReader.Offer> services) {

    static LaneInput of(LaneDetails details) {
        Integer length = details.lengthM();
        LocalDate until = details.until();
        return new LaneInput(
                details.name(),
                length == null ? null : length.toString(),
                details.since().toString(),
                until == null ? null : until.toString(),
                details.source(),
                details.services().stream().map(InputReader.Offer::of).toList());
    }

    /** The lane that is meant; refuses with everything that cannot be read. */
    LaneDetails read() {
        InputReader reader = new InputReader();
        LaneDetails details = new LaneDetails(
                InputReader.text(name),
                reader.optionalWhole("lengthM", lengthM),
                reader.date("since", since),
                reader.optionalDate("until", until),
                InputReader.text(source),
                reader.services(services));
        reader.refuse();
        return details;
    }
}
