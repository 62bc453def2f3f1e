package vn.langso.lighting;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import vn.langso.lighting.NewCabinet.NewLamp;
import vn.langso.lighting.NewCabinet.NewRoad;

/** Cabinets as the reference village has them. */
public final class LightingSamples {

    public static final LocalDate SINCE = LocalDate.of(2023, 6, 1);

    private LightingSamples() {}

    /** One cabinet with two roads of ten and eight lamps of 40 W, every second one on a circuit of its own. */
    public static NewCabinet cabinet(UUID village, String code, String device) {
        return new NewCabinet(
                village,
                code,
                "Tủ " + code,
                device,
                false,
                new Spot(20.015, 105.787),
                SINCE,
                List.of(road("T1", 10), road("T2", 8)));
    }

    static NewRoad road(String code, int lamps) {
        String number = code.substring(1);
        return new NewRoad(
                code,
                "Tuyến " + number,
                IntStream.rangeClosed(1, lamps)
                        .mapToObj(i -> new NewLamp(
                                "%s-%02d".formatted(code, i),
                                number + (i % 2 == 1 ? "a" : "b"),
                                i % 2 == 1 ? "L1" : "L2",
                                Lamp.Type.LED,
                                40,
                                new Spot(20.015 + i * 0.0003, 105.787),
                                null))
                        .toList());
    }
}
