package vn.langso.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import de.siegmar.fastcsv.reader.NamedCsvRecord;

import vn.langso.infrastructure.AssetDetails;
import vn.langso.infrastructure.AssetKind;
import vn.langso.infrastructure.Infrastructure;
import vn.langso.infrastructure.NetworkOffer;
import vn.langso.infrastructure.Position;
import vn.langso.infrastructure.Technology;
import vn.langso.shell.Caller;

/** What the demo villages have, a line each in {@code demo/infrastructure.csv} and {@code demo/lanes.csv}; operators are invented. */
final class InventedInfrastructure {

    private static final String SOURCE = "Kiểm kê mẫu";

    private InventedInfrastructure() {}

    static void establish(Caller program, Infrastructure infrastructure, Map<String, UUID> villages) {
        InventedHouseholds.read("/demo/infrastructure.csv")
                .forEach(row -> infrastructure.addAsset(program, village(villages, row), asset(row)));
        InventedHouseholds.read("/demo/lanes.csv")
                .forEach(row -> infrastructure.addAsset(program, village(villages, row), lane(row)));
    }

    private static AssetDetails asset(NamedCsvRecord row) {
        LocalDate since = LocalDate.parse(row.getField("since"));
        String operator = row.getField("operator");
        return new AssetDetails(
                AssetKind.ofCode(row.getField("kind")).orElseThrow(),
                row.getField("name"),
                operator.isEmpty() ? null : operator,
                row.getField("location"),
                new Position(
                        Double.parseDouble(row.getField("latitude")), Double.parseDouble(row.getField("longitude"))),
                null,
                since,
                null,
                SOURCE,
                Arrays.stream(row.getField("technologies").split(" ", -1))
                        .filter(technology -> !technology.isEmpty())
                        .map(technology ->
                                new NetworkOffer(Technology.ofCode(technology).orElseThrow(), null, since, null))
                        .toList());
    }

    private static AssetDetails lane(NamedCsvRecord row) {
        List<NetworkOffer> services = new ArrayList<>();
        for (String operator : row.getField("operators").split("\\|", -1)) {
            if (!operator.isEmpty()) {
                services.add(service(Technology.FIBRE, operator, row.getField("fibre_since")));
                services.add(service(Technology.G4, operator, row.getField("mobile_since")));
            }
        }
        return AssetDetails.lane(
                row.getField("name"),
                Integer.valueOf(row.getField("length_m")),
                LocalDate.parse(row.getField("since")),
                SOURCE,
                services);
    }

    private static NetworkOffer service(Technology technology, String operator, String since) {
        return new NetworkOffer(technology, operator, LocalDate.parse(since), null);
    }

    private static UUID village(Map<String, UUID> villages, NamedCsvRecord row) {
        return Objects.requireNonNull(villages.get(row.getField("village_code")));
    }
}
