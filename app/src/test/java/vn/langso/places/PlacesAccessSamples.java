package vn.langso.places;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import vn.langso.scenarios.AccessSamples;
import vn.langso.shell.Caller;

/** A change beside each village of the access matrix; another one rests on it, so that nobody takes it back for those asked later. */
class PlacesAccessSamples implements AccessSamples {

    private final Places places;

    PlacesAccessSamples(Places places) {
        this.places = places;
    }

    @Override
    public Map<String, String> make(Caller program, Place own, Place foreign) {
        return Map.of(
                "operation.own", established(program, own).toString(),
                "operation.foreign", established(program, foreign).toString());
    }

    private UUID established(Caller program, Place village) {
        LocalDate today = places.tree().today();
        Place commune = places.tree().path(village.id(), today).reversed().get(1);
        String code = commune.code() + "-97";
        UUID made = places.establishVillage(
                program,
                new NewVillage(code, "thon", "Bên Cạnh", commune.id()),
                new Decision("MẪU-" + code, today.minusDays(1), "Lập thôn Bên Cạnh"));
        UUID operation = places.latestOperations(1).getFirst().id();
        places.change(
                program,
                new PlaceChange.Rename(made, "thon", "Kề Bên"),
                new Decision("MẪU-2-" + code, today, "Đổi tên thôn"),
                places.tree().revision());
        return operation;
    }
}
