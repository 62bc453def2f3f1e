package vn.langso.demo;

import java.util.List;

import vn.langso.kernel.Role;

/**
 * One invented person to be in the demo, a line of {@code demo/personas.csv}.
 *
 * @param placeCode code of the place of the role, as of today
 * @param phone in the block that belongs to nobody, 0900 000 1xx
 */
record Persona(Role role, String placeCode, String name, String phone, String icon) {

    static List<Persona> all() {
        return InventedHouseholds.read("/demo/personas.csv").stream()
                .map(row -> new Persona(
                        Role.ofCode(row.getField("role")).orElseThrow(),
                        row.getField("place_code"),
                        row.getField("name"),
                        row.getField("phone"),
                        row.getField("icon")))
                .toList();
    }
}
