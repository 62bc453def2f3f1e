package vn.langso.lighting;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import vn.langso.lighting.LightingEdits.HungLamp;
import vn.langso.lighting.LightingEdits.Made;

/** SQL of changes of the register of lights. */
@Repository
class EditStore {

    private static final String LAMP = """
            select l.id, l.pole_id, p.road_id, l.circuit_id, c.cabinet_id, l.slot, l.code, p.position, l.type, l.watts,
                   p.latitude, p.longitude, l.since, l.until, l.warranty_until, l.version
            from lighting.lamp l
            join lighting.pole p on p.id = l.pole_id
            join lighting.circuit c on c.id = l.circuit_id
            where l.id = :id
            """;

    private static final String CORRECT_LAMP = """
            update lighting.lamp
            set type = :type, watts = :watts, since = :since, warranty_until = :warrantyUntil, version = version + 1
            where id = :id and version = :version and (until is null or until >= :since)
            """;

    private static final String MOVE_POLE =
            "update lighting.pole set latitude = :latitude, longitude = :longitude where id = :pole";

    private static final String END_LAMP = """
            update lighting.lamp set until = :until, version = version + 1
            where id = :id and version = :version and until is null
            """;

    private static final String HANG = """
            insert into lighting.lamp (id, pole_id, circuit_id, slot, code, type, watts, since, warranty_until, version)
            values (:id, :pole, :circuit, :slot, :code, :type, :watts, :since, :warrantyUntil, 1)
            """;

    private static final String CORRECT_CABINET = """
            update lighting.cabinet
            set name = :name, device_id = :device, lamp_controllers = :lampControllers, latitude = :latitude, longitude = :longitude,
                version = version + 1
            where id = :id and version = :version
            """;

    private static final String LOCK = "select number from lighting.revision where id = 1 for update";

    private static final String DEVICES = """
            select device_id, case when place_id = :village then code else '' end as code
            from lighting.cabinet where device_id is not null and until is null
            """;

    private static final String NEXT_LAMP_SLOT = """
            select coalesce(max(l.slot) + 1, 0)
            from lighting.lamp l join lighting.circuit c on c.id = l.circuit_id where c.cabinet_id = :cabinet
            """;

    private static final String NEXT_POSITION =
            "select coalesce(max(position), 0) + 1 from lighting.pole where road_id = :road";

    /** A lamp that was replaced or corrected is no longer what the sheet made, nor is a cabinet that has reported. */
    private static final String TOUCHED = """
            select (select count(*) from lighting.lamp where id = any(:lamps) and (version > 1 or until is not null))
                 + (select count(*) from lighting.cabinet where id = any(:cabinets) and version > 1)
                 + (select count(*) from lighting.cabinet_state where cabinet_id = any(:cabinets))
                 + (select count(*) from lighting.lamp where circuit_id = any(:circuits) and id <> all(:lamps))
                 + (select count(*) from lighting.circuit where (cabinet_id = any(:cabinets) or road_id = any(:roads))
                    and id <> all(:circuits))
            """;

    private static final String REMOVE_LAMPS = "delete from lighting.lamp where id = any(:ids) returning pole_id";

    private static final String REMOVE_POLES = "delete from lighting.pole where id = any(:ids)";
    private static final String REMOVE_CIRCUITS = "delete from lighting.circuit where id = any(:ids)";
    private static final String REMOVE_CABINETS = "delete from lighting.cabinet where id = any(:ids)";
    private static final String REMOVE_ROADS = "delete from lighting.road where id = any(:ids)";

    private final JdbcClient jdbc;
    private final LightingStore store;

    EditStore(JdbcClient jdbc, LightingStore store) {
        this.jdbc = jdbc;
        this.store = store;
    }

    Optional<HungLamp> lamp(UUID id) {
        return jdbc.sql(LAMP)
                .param("id", id)
                .query((row, _) -> new HungLamp(
                        LightingStore.lamp(row),
                        store.cabinet(row.getObject("cabinet_id", UUID.class)).orElseThrow(),
                        row.getInt("version")))
                .optional();
    }

    /** Rows changed: none when the version is not the newest. */
    int correct(Lamp lamp, int version, LampDetails details) {
        int rows = jdbc.sql(CORRECT_LAMP)
                .param("id", lamp.id())
                .param("version", version)
                .param("type", details.type().code())
                .param("watts", details.watts())
                .param("since", details.since())
                .param("warrantyUntil", details.warrantyUntil())
                .update();
        if (rows > 0) {
            move(lamp.poleId(), details.spot());
        }
        return rows;
    }

    int end(UUID lamp, int version, LocalDate lastDay) {
        return jdbc.sql(END_LAMP)
                .param("id", lamp)
                .param("version", version)
                .param("until", lastDay)
                .update();
    }

    /** Another lamp in the place of the old one. */
    void hang(UUID id, Lamp old, LampDetails details) {
        jdbc.sql(HANG)
                .param("id", id)
                .param("pole", old.poleId())
                .param("circuit", old.circuitId())
                .param("slot", old.slot())
                .param("code", old.code())
                .param("type", details.type().code())
                .param("watts", details.watts())
                .param("since", details.since())
                .param("warrantyUntil", details.warrantyUntil())
                .update();
        move(old.poleId(), details.spot());
    }

    int correct(Cabinet cabinet) {
        Spot spot = cabinet.spot();
        return jdbc.sql(CORRECT_CABINET)
                .param("id", cabinet.id())
                .param("version", cabinet.version())
                .param("name", cabinet.name())
                .param("device", cabinet.deviceId())
                .param("lampControllers", cabinet.lampControllers())
                .param("latitude", spot == null ? null : spot.latitude())
                .param("longitude", spot == null ? null : spot.longitude())
                .update();
    }

    /** One change of many rows at a time, so that two of them do not give the same slots. */
    void lock() {
        jdbc.sql(LOCK).query(Long.class).single();
    }

    Map<String, String> devices(UUID village) {
        Map<String, String> devices = new HashMap<>();
        jdbc.sql(DEVICES).param("village", village).query(row -> {
            devices.put(row.getString("device_id"), row.getString("code"));
        });
        return devices;
    }

    int nextLampSlot(UUID cabinet) {
        return jdbc.sql(NEXT_LAMP_SLOT)
                .param("cabinet", cabinet)
                .query(Integer.class)
                .single();
    }

    int nextPosition(UUID road) {
        return jdbc.sql(NEXT_POSITION).param("road", road).query(Integer.class).single();
    }

    boolean untouched(Made made) {
        return jdbc.sql(TOUCHED)
                        .param("lamps", array(made.lamps()))
                        .param("cabinets", array(made.cabinets()))
                        .param("circuits", array(made.circuits()))
                        .param("roads", array(made.roads()))
                        .query(Long.class)
                        .single()
                == 0;
    }

    void remove(Made made) {
        UUID[] poles = jdbc.sql(REMOVE_LAMPS)
                .param("ids", array(made.lamps()))
                .query(UUID.class)
                .list()
                .toArray(UUID[]::new);
        jdbc.sql(REMOVE_POLES).param("ids", poles).update();
        jdbc.sql(REMOVE_CIRCUITS).param("ids", array(made.circuits())).update();
        jdbc.sql(REMOVE_CABINETS).param("ids", array(made.cabinets())).update();
        jdbc.sql(REMOVE_ROADS).param("ids", array(made.roads())).update();
    }

    private void move(UUID pole, @Nullable Spot spot) {
        jdbc.sql(MOVE_POLE)
                .param("pole", pole)
                .param("latitude", spot == null ? null : spot.latitude())
                .param("longitude", spot == null ? null : spot.longitude())
                .update();
    }

    private static UUID[] array(Collection<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }
}
