package vn.langso.infrastructure;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** A thing of a village as it was typed into a form or sent to the API, before anything is believed. */
record AssetInput(
        @Nullable String kind,
        @Nullable String name,
        @Nullable String operator,
        @Nullable String location,
        @Nullable String latitude,
        @Nullable String longitude,
        @Nullable String lengthM,
        @Nullable String since,
        @Nullable String until,
        @Nullable String source,
        @Nullable List<InputReader.Offer> services) {

    static AssetInput of(AssetDetails details) {
        Position position = details.position();
        LocalDate until = details.until();
        Integer length = details.lengthM();
        return new AssetInput(
                details.kind().code(),
                details.name(),
                details.operator(),
                details.location(),
                position == null ? null : Double.toString(position.latitude()),
                position == null ? null : Double.toString(position.longitude()),
                length == null ? null : length.toString(),
                details.since().toString(),
                until == null ? null : until.toString(),
                details.source(),
                details.services().stream().map(InputReader.Offer::of).toList());
    }

    /** The thing that is meant; refuses with everything that cannot be read. */
    AssetDetails read() {
        InputReader reader = new InputReader();
        AssetDetails details = new AssetDetails(
                reader.choice("kind", kind, AssetKind::ofCode, AssetKind.BTS, InfrastructureProblem.KIND_UNKNOWN),
                InputReader.text(name),
                operator,
                location,
                reader.position(latitude, longitude),
                reader.optionalWhole("lengthM", lengthM),
                reader.date("since", since),
                reader.optionalDate("until", until),
                InputReader.text(source),
                reader.services(services));
        reader.refuse();
        return details;
    }
}
