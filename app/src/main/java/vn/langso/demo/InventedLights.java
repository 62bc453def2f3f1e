package vn.langso.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import de.siegmar.fastcsv.reader.NamedCsvRecord;

/**
 * Roads, poles and lamps of the demo villages, a line for each road in {@code demo/roads.csv}. Poles stand in a row from where the road
 * begins; odd lamps hang on circuit a, even ones on circuit b, and circuits go round the three phases.
 */
final class InventedLights {

    private static final double METRES_PER_DEGREE = 111_320;

    private InventedLights() {}

    /**
     * One cabinet with its roads.
     *
     * @param device the simulator's name of it, and in the village of the reference case the device's id
     */
    record InventedCabinet(String villageCode, String device, String adapter, String name, List<InventedRoad> roads) {}

    /** One road; a lamp and its pole share their code. */
    record InventedRoad(String code, String name, int watts, List<InventedPole> poles) {

        /** Codes of the lamps on circuit a or b. */
        List<String> lampsOf(char circuit) {
            return poles.stream()
                    .filter(pole -> pole.circuit() == circuit)
                    .map(InventedPole::code)
                    .toList();
        }
    }

    record InventedPole(String code, int number, double latitude, double longitude) {

        char circuit() {
            return number % 2 == 1 ? 'a' : 'b';
        }
    }

    /** Code of a circuit: the road's number and a or b. */
    static String circuitCode(InventedRoad road, char circuit) {
        return road.code().substring(1) + circuit;
    }

    /** L1, L2 or L3 in turn. */
    static String phase(int circuitNumber) {
        return "L" + (circuitNumber % 3 + 1);
    }

    static List<InventedCabinet> cabinets() {
        Map<String, List<NamedCsvRecord>> byDevice = new LinkedHashMap<>();
        for (NamedCsvRecord row : InventedHouseholds.read("/demo/roads.csv")) {
            byDevice.computeIfAbsent(row.getField("device"), key -> new ArrayList<>())
                    .add(row);
        }
        return byDevice.values().stream().map(InventedLights::cabinet).toList();
    }

    private static InventedCabinet cabinet(List<NamedCsvRecord> rows) {
        NamedCsvRecord first = rows.getFirst();
        return new InventedCabinet(
                first.getField("village_code"),
                first.getField("device"),
                first.getField("adapter"),
                first.getField("cabinet"),
                rows.stream().map(InventedLights::road).toList());
    }

    private static InventedRoad road(NamedCsvRecord row) {
        String code = row.getField("road");
        double latitude = Double.parseDouble(row.getField("latitude"));
        double longitude = Double.parseDouble(row.getField("longitude"));
        double bearing = Math.toRadians(Double.parseDouble(row.getField("bearing")));
        double spacing = Double.parseDouble(row.getField("spacing_m"));
        List<InventedPole> poles = new ArrayList<>();
        for (int number = 1; number <= Integer.parseInt(row.getField("lamps")); number++) {
            double metres = spacing * (number - 1);
            poles.add(new InventedPole(
                    "%s-%02d".formatted(code, number),
                    number,
                    latitude + metres * Math.cos(bearing) / METRES_PER_DEGREE,
                    longitude + metres * Math.sin(bearing) / (METRES_PER_DEGREE * Math.cos(Math.toRadians(latitude)))));
        }
        return new InventedRoad(
                code, row.getField("name"), Integer.parseInt(row.getField("watts")), List.copyOf(poles));
    }
}
