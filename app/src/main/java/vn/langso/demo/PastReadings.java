package vn.langso.demo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;

import vn.langso.demo.InventedLights.InventedCabinet;
import vn.langso.demo.InventedLights.InventedRoad;
import vn.langso.iot.DeviceId;
import vn.langso.iot.DeviceMessage;
import vn.langso.iot.MessageKind;
import vn.langso.kernel.Texts;

/**
 * What the meters of a demo cabinet would have said until now, had it reported since its lamps were put up: hourly for the last weeks, once
 * a day before. The savings on the report are counted from these records.
 */
final class PastReadings {

    /** First day of the lamps: the story's summer of 2023. */
    static final LocalDate LIT_SINCE = LocalDate.of(2023, 6, 1);

    private static final Duration HOURLY_FOR = Duration.ofDays(40);
    private static final Duration DAILY_FOR = Duration.ofDays(400);
    private static final LocalTime HALF_OFF = LocalTime.of(23, 0);
    private static final LocalTime HALF_ON = LocalTime.of(4, 30);
    private static final int DUSK_MINUTES = 10;
    private static final double STANDBY_SHARE = 0.99;

    /** Sunset and sunrise of the middle of each month at 20.01 N, 105.79 E, in minutes of the day. */
    private static final int[] SUNSET = {1057, 1076, 1088, 1095, 1105, 1118, 1120, 1107, 1073, 1054, 1038, 1042};

    private static final int[] SUNRISE = {394, 387, 361, 340, 321, 318, 325, 337, 345, 351, 366, 387};

    private final InventedCabinet cabinet;
    private final UUID placeId;

    PastReadings(InventedCabinet cabinet, UUID placeId) {
        this.cabinet = cabinet;
        this.placeId = placeId;
    }

    /** The newest first, so that whoever watches takes the others for what they are: late. */
    List<DeviceMessage> until(Instant now) {
        List<Instant> times = new ArrayList<>();
        Instant hourly = now.minus(HOURLY_FOR).truncatedTo(ChronoUnit.HOURS);
        for (Instant at = now.minus(DAILY_FOR).truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(5));
                at.isBefore(hourly);
                at = at.plus(Duration.ofDays(1))) {
            times.add(at);
        }
        for (Instant at = hourly; at.isBefore(now); at = at.plus(Duration.ofHours(1))) {
            times.add(at);
        }
        List<DeviceMessage> messages = new ArrayList<>();
        messages.add(message(times.getLast(), 0));
        for (int i = 0; i < times.size() - 1; i++) {
            messages.add(message(times.get(i), i - times.size()));
        }
        return messages;
    }

    /** What the meter of a circuit stands at. */
    static long energyWh(InventedRoad road, char circuit, Instant at) {
        LocalDate today = LocalDate.ofInstant(at, Texts.ZONE);
        double hours = 0;
        for (LocalDate day = LIT_SINCE; day.isBefore(today); day = day.plusDays(1)) {
            hours += minutes(day, circuit, 24 * 60) / 60.0;
        }
        int now = LocalTime.ofInstant(at, Texts.ZONE).toSecondOfDay() / 60;
        hours += minutes(today, circuit, now) / 60.0;
        return Math.round(hours * road.lampsOf(circuit).size() * road.watts() * STANDBY_SHARE);
    }

    /** Lit minutes of the day until a minute: the morning up to sunrise, the evening from sunset on. */
    private static int minutes(LocalDate day, char circuit, int until) {
        int off = SUNRISE[day.getMonthValue() - 1] - DUSK_MINUTES;
        int on = SUNSET[day.getMonthValue() - 1] + DUSK_MINUTES;
        int morningFrom = circuit == 'b' ? HALF_ON.toSecondOfDay() / 60 : 0;
        int eveningTo = circuit == 'b' ? HALF_OFF.toSecondOfDay() / 60 : 24 * 60;
        return Math.max(0, Math.min(until, off) - morningFrom) + Math.max(0, Math.min(until, eveningTo) - on);
    }

    private static boolean isLit(LocalDate day, char circuit, int minute) {
        return minutes(day, circuit, minute + 1) > minutes(day, circuit, minute);
    }

    private DeviceMessage message(Instant at, int seq) {
        SplittableRandom noise =
                new SplittableRandom(at.getEpochSecond() + cabinet.device().hashCode());
        LocalDate day = LocalDate.ofInstant(at, Texts.ZONE);
        int minute = LocalTime.ofInstant(at, Texts.ZONE).toSecondOfDay() / 60;
        StringBuilder circuits = new StringBuilder();
        for (InventedRoad road : cabinet.roads()) {
            for (char letter : new char[] {'a', 'b'}) {
                boolean lit = isLit(day, letter, minute);
                double watts = lit
                        ? road.lampsOf(letter).size() * road.watts() * (STANDBY_SHARE + noise.nextDouble() * 0.02)
                        : 0;
                circuits.append(circuits.isEmpty() ? "" : ",")
                        .append(String.format(
                                Locale.ROOT,
                                "{\"id\":\"%s\",\"on\":%b,\"powerW\":%.1f,\"voltageV\":%.1f,\"energyWh\":%d,\"loop\":true}",
                                InventedLights.circuitCode(road, letter),
                                lit,
                                watts,
                                226 + noise.nextDouble() * 8,
                                energyWh(road, letter, at)));
            }
        }
        String json = "{\"seq\":0,\"at\":\"" + at
                + "\",\"mode\":\"remote\",\"door\":\"closed\",\"breaker\":\"closed\",\"supply\":true,\"circuits\":["
                + circuits + "]}";
        return new DeviceMessage(
                new DeviceId(cabinet.device()),
                placeId,
                MessageKind.STATE,
                seq,
                at,
                at,
                false,
                json.getBytes(StandardCharsets.UTF_8));
    }
}
