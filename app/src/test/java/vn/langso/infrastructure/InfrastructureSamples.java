package vn.langso.infrastructure;

import java.time.LocalDate;
import java.util.List;

/** Full valid things and lanes for tests. */
public final class InfrastructureSamples {

    private static final LocalDate SINCE = LocalDate.of(2019, 6, 1);

    private InfrastructureSamples() {}

    public static AssetDetails station() {
        return new AssetDetails(
                AssetKind.BTS,
                "Trạm đầu làng",
                "Viễn thông Mẫu",
                "Sau đình",
                new Position(20.0144, 105.786),
                null,
                SINCE,
                null,
                "Kiểm kê thôn 12/2023",
                List.of(
                        new NetworkOffer(Technology.G4, null, SINCE, null),
                        new NetworkOffer(Technology.G5, null, LocalDate.of(2025, 9, 1), null)));
    }

    public static AssetDetails thing(AssetKind kind, LocalDate since) {
        return new AssetDetails(
                kind,
                "Nhà văn hóa",
                "Viễn thông Mẫu",
                null,
                null,
                null,
                since,
                null,
                "Kiểm kê thôn 12/2023",
                List.of());
    }

    public static AssetDetails lane(String name, NetworkOffer... services) {
        return AssetDetails.lane(name, 350, SINCE, "Kiểm kê thôn 12/2023", List.of(services));
    }

    public static NetworkOffer service(Technology technology, String since) {
        return new NetworkOffer(technology, "Viễn thông Mẫu", LocalDate.parse(since), null);
    }
}
