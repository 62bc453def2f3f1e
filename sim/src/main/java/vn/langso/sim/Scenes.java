package vn.langso.sim;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What can be made to happen, in words: the language of {@code ./langso sim}. Each answers with what was done, in one or more lines. */
final class Scenes {

    static final String KNOWN = """
            status                          every cabinet in one line
            thief ROAD [hand|cable|breaker|fuse]
                                            darkens the road as a thief does
            repair ROAD|CABINET|LAMP|all    everything there is as it should be
            cut ROAD                        cuts the road's cable
            door CABINET open|close
            supply CABINET off|on           the power company's side
            lamp-fault LAMP [lamp|driver|relay]
            offline CABINET|all             no network until `online`
            online CABINET|all
            clock [CABINET] +3h|-20m|right  a wrong clock
            sunset | time HH:MM | speed N | time right
                                            sends the timetable and the sun ahead; clocks stay right
            storm [PERCENT]                 how much of the daylight is left
            idle CABINET on|off             firmware that acknowledges and does nothing
            replay CABINET                  says its last message again, with the same number
            flood CABINET N                 N messages at once
            garbage CABINET                 broken and absurd messages""";

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Pattern SHIFT = Pattern.compile("([+-])(\\d{1,6})([smhd])");

    private final Fleet fleet;

    Scenes(Fleet fleet) {
        this.fleet = fleet;
    }

    /** @throws IllegalArgumentException with one sentence for who asked */
    String play(String line) {
        List<String> words = Arrays.stream(line.strip().split("\\s+")).toList();
        return switch (words.getFirst()) {
            case "", "help" -> KNOWN;
            case "status" -> status();
            case "thief" -> thief(word(words, 1, "ROAD"), words.size() > 2 ? words.get(2) : "hand");
            case "cut" -> thief(word(words, 1, "ROAD"), "cable");
            case "repair" -> repair(word(words, 1, "ROAD, CABINET, LAMP or all"));
            case "door" -> door(cabinet(word(words, 1, "CABINET")), word(words, 2, "open or close"));
            case "supply" -> supply(cabinet(word(words, 1, "CABINET")), word(words, 2, "off or on"));
            case "lamp-fault" -> lampFault(word(words, 1, "LAMP"), words.size() > 2 ? words.get(2) : "lamp");
            case "offline", "online" -> network(word(words, 1, "CABINET or all"), words.getFirst());
            case "clock" -> clock(words);
            case "sunset" -> sunset();
            case "time" -> time(word(words, 1, "HH:MM or right"));
            case "speed" -> speed(number(word(words, 1, "N"), 0, 3600));
            case "storm" -> storm(words.size() > 1 ? number(words.get(1), 0, 100) : 1);
            case "idle" -> idle(cabinet(word(words, 1, "CABINET")), word(words, 2, "on or off"));
            case "replay", "flood", "garbage" -> Misuse.play(cabinet(word(words, 1, "CABINET")), words);
            default ->
                throw new IllegalArgumentException(
                        "The simulator does not know '" + words.getFirst() + "'; see ./langso sim help.");
        };
    }

    private String status() {
        String sky = "Timetable %s (%s ahead, speed %s), %.0f lx"
                .formatted(
                        ZonedDateTime.ofInstant(fleet.sky().now(), ZONE)
                                .toLocalDateTime()
                                .withNano(0),
                        fleet.sky().ahead().truncatedTo(ChronoUnit.SECONDS),
                        fleet.sky().speed(),
                        fleet.sky().lux());
        return sky + "\n" + fleet.cabinets().stream().map(Cabinet::summary).collect(Collectors.joining("\n"));
    }

    private String thief(String road, String way) {
        Cabinet cabinet = cabinetOf(road);
        Consumer<Circuit> deed = switch (way) {
            case "hand" -> {
                cabinet.handle("door-open", null, () -> cabinet.hardware().doorOpen(true));
                cabinet.handle("mode-local", null, () -> cabinet.hardware().localMode(true));
                yield circuit -> cabinet.handle("switched", circuit, () -> circuit.handPercent(0));
            }
            case "cable" -> circuit -> cabinet.handle("cable-open", circuit, () -> circuit.cableWhole(false));
            case "fuse" -> circuit -> cabinet.silently(() -> circuit.fuseIn(false));
            case "breaker" -> {
                cabinet.handle("breaker-tripped", null, () -> cabinet.hardware().breakerTripped(true));
                yield circuit -> {};
            }
            default -> throw new IllegalArgumentException("A thief works by hand, cable, breaker or fuse.");
        };
        circuitsOf(cabinet, road).forEach(deed);
        return road + " is dark (" + way + ").";
    }

    private String repair(String what) {
        if (what.equals("all")) {
            fleet.cabinets().forEach(Scenes::repairCabinet);
            return "Everything is repaired.";
        }
        for (Cabinet cabinet : fleet.cabinets()) {
            for (Circuit circuit : cabinet.hardware().circuits()) {
                int lamp = circuit.lamps().indexOf(what);
                if (lamp >= 0) {
                    cabinet.silently(() -> circuit.fault(lamp, Circuit.Fault.OK));
                    return what + " is repaired.";
                }
            }
        }
        Cabinet cabinet = fleet.cabinet(what).orElseGet(() -> cabinetOf(what));
        repairCabinet(cabinet);
        return cabinet.spec().name() + " is repaired.";
    }

    private static void repairCabinet(Cabinet cabinet) {
        Hardware hardware = cabinet.hardware();
        for (Circuit circuit : hardware.circuits()) {
            if (!circuit.cableWhole()) {
                cabinet.handle("cable-closed", circuit, () -> circuit.cableWhole(true));
            }
            boolean broken = !circuit.fuseIn();
            for (int lamp = 0; lamp < circuit.lamps().size(); lamp++) {
                broken |= circuit.fault(lamp) != Circuit.Fault.OK;
            }
            if (broken) {
                cabinet.silently(() -> {
                    circuit.fuseIn(true);
                    for (int lamp = 0; lamp < circuit.lamps().size(); lamp++) {
                        circuit.fault(lamp, Circuit.Fault.OK);
                    }
                });
            }
        }
        undo(cabinet, hardware.breakerTripped(), "breaker-closed", () -> hardware.breakerTripped(false));
        undo(cabinet, !hardware.supplied(), "supply-back", () -> hardware.supplied(true));
        undo(cabinet, hardware.localMode(), "mode-remote", () -> hardware.localMode(false));
        undo(cabinet, hardware.doorOpen(), "door-closed", () -> hardware.doorOpen(false));
    }

    private static void undo(Cabinet cabinet, boolean wrong, String kind, Runnable change) {
        if (wrong) {
            cabinet.handle(kind, null, change);
        }
    }

    private static String door(Cabinet cabinet, String how) {
        boolean open = choice(how, "open", "close");
        cabinet.handle(
                open ? "door-open" : "door-closed",
                null,
                () -> cabinet.hardware().doorOpen(open));
        return "The door of " + cabinet.spec().name() + " is " + (open ? "open." : "closed.");
    }

    private static String supply(Cabinet cabinet, String how) {
        boolean lost = choice(how, "off", "on");
        cabinet.handle(
                lost ? "supply-lost" : "supply-back",
                null,
                () -> cabinet.hardware().supplied(!lost));
        return cabinet.spec().name() + (lost ? " has no supply." : " has its supply again.");
    }

    private String lampFault(String lamp, String fault) {
        Circuit.Fault kind = switch (fault) {
            case "lamp" -> Circuit.Fault.LAMP;
            case "driver" -> Circuit.Fault.DRIVER;
            case "relay" -> Circuit.Fault.RELAY;
            default -> throw new IllegalArgumentException("A lamp's fault is lamp, driver or relay.");
        };
        for (Cabinet cabinet : fleet.cabinets()) {
            for (Circuit circuit : cabinet.hardware().circuits()) {
                int index = circuit.lamps().indexOf(lamp);
                if (index >= 0) {
                    cabinet.silently(() -> circuit.fault(index, kind));
                    return lamp + " is broken (" + fault + ").";
                }
            }
        }
        throw new IllegalArgumentException("There is no lamp " + lamp + ".");
    }

    private String network(String which, String how) {
        List<Cabinet> chosen = which.equals("all") ? fleet.cabinets() : List.of(cabinet(which));
        chosen.forEach(cabinet -> cabinet.cutNetwork(how.equals("offline")));
        return chosen.size() + (chosen.size() == 1 ? " cabinet is " : " cabinets are ") + how + ".";
    }

    private String clock(List<String> words) {
        String shift = words.getLast();
        List<Cabinet> chosen = words.size() > 2 ? List.of(cabinet(words.get(1))) : fleet.cabinets();
        Duration error = shift.equals("right") ? Duration.ZERO : duration(shift);
        chosen.forEach(cabinet -> cabinet.wrongClock(error));
        return error.isZero() ? "Clocks are right." : "Clocks are wrong by " + shift + ".";
    }

    private String sunset() {
        Instant sunset = fleet.sky().nextSunset();
        fleet.sky().jumpTo(sunset.minusSeconds(60));
        fleet.sky().speedUp(60);
        return "The sun sets at " + LocalTime.ofInstant(sunset, ZONE).withNano(0)
                + "; a minute passes in a second. `time right` ends it.";
    }

    private String time(String word) {
        if (word.equals("right")) {
            fleet.sky().returnToClock();
            return "The timetable follows the clock again.";
        }
        if (!word.matches("([01]\\d|2[0-3]):[0-5]\\d")) {
            throw new IllegalArgumentException("A time is HH:MM, or right.");
        }
        ZonedDateTime now = ZonedDateTime.ofInstant(fleet.sky().now(), ZONE);
        ZonedDateTime target = now.with(LocalTime.parse(word));
        fleet.sky().jumpTo((target.isBefore(now) ? target.plusDays(1) : target).toInstant());
        return "The timetable stands at " + word + ".";
    }

    private String speed(int factor) {
        fleet.sky().speedUp(factor);
        return "The timetable runs " + factor + " times as quick as the clock.";
    }

    private String storm(int percent) {
        fleet.sky().cloud(percent / 100.0);
        return percent + " % of the daylight is left.";
    }

    private static String idle(Cabinet cabinet, String how) {
        boolean idle = choice(how, "on", "off");
        cabinet.acksAndDoesNothing(idle);
        return cabinet.spec().name() + (idle ? " acknowledges and does nothing." : " obeys again.");
    }

    private Cabinet cabinet(String word) {
        return fleet.cabinet(word).orElseThrow(() -> new IllegalArgumentException("There is no cabinet " + word + "."));
    }

    /** `T3` in the first village that has it, or `DEVICE/T3`. */
    private Cabinet cabinetOf(String road) {
        int slash = road.indexOf('/');
        if (slash > 0) {
            return cabinet(road.substring(0, slash));
        }
        return fleet.cabinets().stream()
                .filter(cabinet -> cabinet.hardware().circuits().stream()
                        .anyMatch(circuit -> circuit.road().equalsIgnoreCase(road)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no road " + road + "."));
    }

    private static List<Circuit> circuitsOf(Cabinet cabinet, String road) {
        String code = road.substring(road.indexOf('/') + 1).toUpperCase(Locale.ROOT);
        List<Circuit> circuits = cabinet.hardware().circuits().stream()
                .filter(circuit -> circuit.road().equalsIgnoreCase(code))
                .toList();
        if (circuits.isEmpty()) {
            throw new IllegalArgumentException("There is no road " + road + ".");
        }
        return circuits;
    }

    private static String word(List<String> words, int index, String name) {
        if (index >= words.size()) {
            throw new IllegalArgumentException(words.getFirst() + " needs " + name + ".");
        }
        return words.get(index);
    }

    private static boolean choice(String word, String yes, String no) {
        if (!word.equals(yes) && !word.equals(no)) {
            throw new IllegalArgumentException("It is " + yes + " or " + no + ", not " + word + ".");
        }
        return word.equals(yes);
    }

    static int number(String word, int least, int most) {
        if (word.matches("\\d{1,7}") && Integer.parseInt(word) >= least && Integer.parseInt(word) <= most) {
            return Integer.parseInt(word);
        }
        throw new IllegalArgumentException("A number from " + least + " to " + most + ", not " + word + ".");
    }

    private static Duration duration(String word) {
        Matcher shift = SHIFT.matcher(word);
        if (!shift.matches()) {
            throw new IllegalArgumentException("A clock is wrong by +3h, -20m, +90s, +2d, or it is right.");
        }
        long count = Long.parseLong(shift.group(2)) * (shift.group(1).equals("-") ? -1 : 1);
        return switch (shift.group(3)) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }
}
