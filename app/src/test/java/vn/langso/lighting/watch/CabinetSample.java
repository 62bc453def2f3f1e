package vn.langso.lighting.watch;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import vn.langso.lighting.alarms.AlarmSubject;

/** The reference cabinet as the rules see it: 5 roads with two circuits each, 40 lamps of 40 W; all burn at 21:00. */
final class CabinetSample {

    static final UUID CABINET = id("cabinet");
    static final Instant NINE = Instant.parse("2026-11-23T14:00:00Z");
    static final Instant DUSK = Instant.parse("2026-11-23T10:25:00Z");
    static final Instant ELEVEN = Instant.parse("2026-11-23T16:00:00Z");

    private static final int[] LAMPS = {10, 8, 8, 6, 8};

    private final Map<String, Part> parts = new LinkedHashMap<>();
    Instant at = NINE;

    @Nullable
    Instant receivedAt;

    Instant previousAt = Instant.EPOCH;
    boolean doubtful;

    @Nullable
    Boolean local = false;

    @Nullable
    Boolean door = false;

    @Nullable
    Boolean breaker = false;

    @Nullable
    Boolean supply = true;

    /** One circuit, to be changed. */
    static final class Part {
        final String code;
        final int road;
        final List<String> lamps;

        @Nullable
        Boolean on = true;

        @Nullable
        Double powerW;

        @Nullable
        Boolean whole = true;

        @Nullable
        String by = "plan";

        int lost;
        List<CircuitSight.FaultyLamp> faulty = new ArrayList<>();
        Wanted wanted = new Wanted(100, DUSK, ELEVEN);

        Part(String code, int road, List<String> lamps) {
            this.code = code;
            this.road = road;
            this.lamps = lamps;
            this.powerW = lamps.size() * 39.5;
        }

        int ratedW() {
            return lamps.size() * 40;
        }

        /** Switched off, with no power. */
        void off(@Nullable String switchedBy) {
            on = false;
            powerW = 0.0;
            by = switchedBy;
        }

        void noPower() {
            powerW = 0.4;
        }

        void back() {
            on = true;
            powerW = lamps.size() * 39.5;
            whole = true;
            lost = 0;
            by = "plan";
        }

        void lose(int lamps) {
            lost = lamps;
            powerW = (this.lamps.size() - lamps) * 39.5;
        }
    }

    private CabinetSample() {
        for (int road = 1; road <= LAMPS.length; road++) {
            for (int half = 0; half < 2; half++) {
                int number = road;
                int first = half + 1;
                List<String> lamps = IntStream.rangeClosed(1, LAMPS[road - 1])
                        .filter(lamp -> lamp % 2 == first % 2)
                        .mapToObj(lamp -> "T%d-%02d".formatted(number, lamp))
                        .toList();
                String code = road + (half == 0 ? "a" : "b");
                parts.put(code, new Part(code, road, lamps));
            }
        }
    }

    static CabinetSample atNine() {
        return new CabinetSample();
    }

    /** Noon: everything off, nothing wanted. */
    static CabinetSample atNoon() {
        CabinetSample noon = new CabinetSample();
        noon.at = Instant.parse("2026-11-24T05:00:00Z");
        noon.all(part -> {
            part.off("plan");
            part.wanted = new Wanted(0, Instant.parse("2026-11-23T23:00:00Z"), Instant.parse("2026-11-24T10:25:00Z"));
        });
        return noon;
    }

    CabinetSample circuit(String code, Consumer<Part> change) {
        change.accept(java.util.Objects.requireNonNull(parts.get(code)));
        return this;
    }

    CabinetSample road(int road, Consumer<Part> change) {
        parts.values().stream().filter(part -> part.road == road).forEach(change);
        return this;
    }

    CabinetSample all(Consumer<Part> change) {
        parts.values().forEach(change);
        return this;
    }

    CabinetSample with(Consumer<CabinetSample> change) {
        change.accept(this);
        return this;
    }

    CabinetSample later(Duration more) {
        at = at.plus(more);
        return this;
    }

    List<String> codes() {
        return List.copyOf(parts.keySet());
    }

    Sight sight() {
        List<CircuitSight> circuits = parts.values().stream()
                .map(part -> new CircuitSight(
                        id(part.code),
                        part.code,
                        id("T" + part.road),
                        "T" + part.road,
                        part.lamps,
                        part.ratedW(),
                        part.on,
                        part.powerW,
                        part.whole,
                        part.by,
                        part.lost,
                        List.copyOf(part.faulty),
                        part.wanted))
                .toList();
        return new Sight(
                CABINET,
                at,
                receivedAt == null ? at : receivedAt,
                previousAt,
                doubtful,
                local,
                door,
                breaker,
                supply,
                circuits);
    }

    static AlarmSubject cabinet() {
        return new AlarmSubject(AlarmSubject.Type.CABINET, CABINET);
    }

    static AlarmSubject road(int number) {
        return new AlarmSubject(AlarmSubject.Type.ROAD, id("T" + number));
    }

    static AlarmSubject circuit(String code) {
        return new AlarmSubject(AlarmSubject.Type.CIRCUIT, id(code));
    }

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
