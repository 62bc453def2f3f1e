package vn.langso.lighting.assets;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import vn.langso.kernel.Folding;
import vn.langso.kernel.Problem;
import vn.langso.lighting.AssetRow;
import vn.langso.lighting.Lamp;
import vn.langso.lighting.LampDetails;
import vn.langso.lighting.LightingProblem;
import vn.langso.lighting.Spot;

/** Reads what was typed about one lamp, in a sheet or in a form; gathers everything that cannot be read, each at its column. */
final class AssetCells {

    private static final DateTimeFormatter TYPED =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

    private static final Set<String> PHASES = Set.of("L1", "L2", "L3");
    private static final String DEVICE = "[a-z0-9][a-z0-9-]{2,39}";
    private static final int LONGEST_NAME = 120;
    private static final int SHOWN = 40;

    /** Stands for what could not be read; such a row is never recorded. */
    private static final LocalDate NO_DAY = LocalDate.of(2000, 1, 1);

    private final List<String> cells;
    private final List<Problem> problems = new ArrayList<>();

    AssetCells(List<String> cells) {
        this.cells = cells;
    }

    /** A row of a sheet as it was understood; {@code row} is of no use when there are problems. */
    record Read(int number, AssetRow row, List<Problem> problems) {}

    Read row(int number) {
        String road = needed(AssetColumn.ROAD);
        String cabinet = needed(AssetColumn.CABINET);
        String device = text(AssetColumn.DEVICE).toLowerCase(Locale.ROOT);
        if (!device.isEmpty() && !device.matches(DEVICE)) {
            odd(AssetColumn.DEVICE);
        }
        String phase = text(AssetColumn.PHASE).toUpperCase(Locale.ROOT);
        if (!phase.isEmpty() && !PHASES.contains(phase)) {
            odd(AssetColumn.PHASE);
        }
        AssetRow row = new AssetRow(
                number,
                road,
                name(AssetColumn.ROAD_NAME, road),
                cabinet,
                name(AssetColumn.CABINET_NAME, cabinet),
                device.isEmpty() ? null : device,
                needed(AssetColumn.CIRCUIT),
                phase.isEmpty() ? "L1" : phase,
                needed(AssetColumn.LAMP),
                details());
        return new Read(number, row, List.copyOf(problems));
    }

    LampDetails details() {
        LocalDate since = day(AssetColumn.SINCE);
        if (since == null && text(AssetColumn.SINCE).isEmpty()) {
            needed(AssetColumn.SINCE);
        }
        return new LampDetails(type(), watts(), spot(), since == null ? NO_DAY : since, day(AssetColumn.WARRANTY));
    }

    List<Problem> problems() {
        return problems;
    }

    /** Both halves or none. */
    @Nullable
    Spot spot() {
        Double latitude = degrees(AssetColumn.LATITUDE);
        Double longitude = degrees(AssetColumn.LONGITUDE);
        if (text(AssetColumn.LATITUDE).isEmpty() != text(AssetColumn.LONGITUDE).isEmpty()) {
            needed(text(AssetColumn.LATITUDE).isEmpty() ? AssetColumn.LATITUDE : AssetColumn.LONGITUDE);
        }
        return latitude == null || longitude == null ? null : new Spot(latitude, longitude);
    }

    private Lamp.Type type() {
        String typed = Folding.fold(text(AssetColumn.TYPE));
        return switch (typed) {
            case "", "led", "den led" -> Lamp.Type.LED;
            case "sodium", "natri", "cao ap", "den cao ap" -> Lamp.Type.SODIUM;
            case "compact", "den compact" -> Lamp.Type.COMPACT;
            case "solar", "nang luong mat troi", "mat troi" -> Lamp.Type.SOLAR;
            default -> {
                odd(AssetColumn.TYPE);
                yield Lamp.Type.LED;
            }
        };
    }

    private int watts() {
        String typed = needed(AssetColumn.WATTS);
        String number = typed.replaceFirst("(?i)\\s*w$", "").replaceFirst("[.,]0+$", "");
        if (number.matches("-?\\d{1,6}")) {
            return Integer.parseInt(number);
        }
        if (!typed.isEmpty()) {
            odd(AssetColumn.WATTS);
        }
        return 1;
    }

    private @Nullable Double degrees(AssetColumn column) {
        String number = text(column).replace(',', '.');
        if (number.isEmpty()) {
            return null;
        }
        if (number.matches("-?\\d{1,3}(\\.\\d{1,18})?")) {
            return Double.valueOf(number);
        }
        odd(column);
        return null;
    }

    private @Nullable LocalDate day(AssetColumn column) {
        String day = text(column);
        if (day.isEmpty()) {
            return null;
        }
        try {
            LocalDate read = day.contains("/") ? LocalDate.parse(day, TYPED) : LocalDate.parse(day);
            if (read.getYear() >= 1950 && read.getYear() < 2100) {
                return read;
            }
        } catch (DateTimeParseException _) {
            // told below, as an odd year is
        }
        odd(column);
        return null;
    }

    private String name(AssetColumn column, String otherwise) {
        String typed = text(column);
        if (typed.length() > LONGEST_NAME) {
            odd(column);
        }
        return typed.isEmpty() ? otherwise : typed;
    }

    private String needed(AssetColumn column) {
        String typed = text(column);
        if (typed.isEmpty()) {
            problems.add(Problem.at(column.code(), LightingProblem.NEEDED));
        }
        return typed;
    }

    private void odd(AssetColumn column) {
        String typed = text(column);
        String shown = typed.length() > SHOWN ? typed.substring(0, SHOWN) + "…" : typed;
        problems.add(Problem.at(column.code(), LightingProblem.NOT_UNDERSTOOD, shown));
    }

    private String text(AssetColumn column) {
        return Folding.clean(cells.get(column.place()));
    }
}
