package vn.langso.demo;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import vn.langso.kernel.Role;

/**
 * One invented person to be in the demo, a line of {@code demo/personas.csv}.
 *
 * @param placeCode code of the place of the role, as of today
 * @param phone in the block that belongs to nobody, 0900 000 1xx
 * @param household number of the household whose head this person is in the register; empty for none
 */
record Persona(Role role, String placeCode, String name, String phone, String icon, String household) {

    /** Those who are heads of households in this village, by the number of the household. */
    static Map<String, Persona> headsIn(String villageCode) {
        return all().stream()
                .filter(persona -> persona.placeCode().equals(villageCode)
                        && !persona.household().isEmpty())
                .collect(Collectors.toMap(Persona::household, persona -> persona));
    }

    static List<Persona> all() {
        return InventedHouseholds.read("/demo/personas.csv").stream()
                .map(row -> new Persona(
                        Role.ofCode(row.getField("role")).orElseThrow(),
                        row.getField("place_code"),
                        row.getField("name"),
                        row.getField("phone"),
                        row.getField("icon"),
                        row.getField("household")))
                .toList();
    }
}
