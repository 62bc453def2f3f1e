package vn.langso.lighting.assets;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.view.RedirectView;

import vn.langso.kernel.Problem;
import vn.langso.kernel.Texts;
import vn.langso.lighting.Lamp;
import vn.langso.lighting.LightingProblem;
import vn.langso.lighting.Spot;
import vn.langso.places.Place;
import vn.langso.places.PlaceKind;
import vn.langso.places.PlaceOnDay;
import vn.langso.places.Places;
import vn.langso.shell.Form;

/** What the pages of the register of lights have in common. */
@Component
class RegisterPages {

    static final String NAV = "lighting.nav";

    private final Places places;

    RegisterPages(Places places) {
        this.places = places;
    }

    /** The village of the code; the register is kept by village. */
    Place village(String code) {
        Place place = PlaceOnDay.of(places.tree(), code, null).place();
        if (place.kind() != PlaceKind.VILLAGE) {
            throw Problem.of(LightingProblem.ONLY_VILLAGES).asException();
        }
        return place;
    }

    String codeOf(UUID village) {
        return places.tree().get(village).code();
    }

    /** The way to the register of the village. */
    Map<String, String> crumbs(Texts t, UUID village) {
        Map<String, String> links = new LinkedHashMap<>();
        for (Place place : places.tree().path(village, places.tree().today())) {
            if (place.kind() != PlaceKind.COUNTRY) {
                links.put("/places/" + place.code(), place.fullName());
            }
        }
        links.put(address(codeOf(village)), t.say("lighting.assets.title"));
        return links;
    }

    RedirectView toRegister(UUID village) {
        return to(address(codeOf(village)));
    }

    static RedirectView to(String address) {
        RedirectView view = new RedirectView(address);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExposeModelAttributes(false);
        return view;
    }

    static String address(String code) {
        return "/places/" + code + "/lighting/assets";
    }

    static Map<String, String> types(Texts t) {
        Map<String, String> types = new LinkedHashMap<>();
        for (Lamp.Type type : Lamp.Type.values()) {
            types.put(type.code(), t.say("lighting.assets.type." + type.code()));
        }
        return types;
    }

    /** The fields of a form in the order of the columns of a sheet, so that both are read alike. */
    static List<String> cells(Form form) {
        return java.util.Arrays.stream(AssetColumn.values())
                .map(column -> {
                    String field = column.code();
                    return form.hasDate(field)
                            ? form.value(field + "-day") + "/" + form.value(field + "-month") + "/"
                                    + form.value(field + "-year")
                            : form.value(field);
                })
                .toList();
    }

    static void put(Map<String, String> values, @Nullable Spot spot) {
        if (spot != null) {
            values.put(AssetColumn.LATITUDE.code(), Double.toString(spot.latitude()));
            values.put(AssetColumn.LONGITUDE.code(), Double.toString(spot.longitude()));
        }
    }

    /** The number that the form was made from; none that any lamp has when it was tampered with. */
    static int version(Form form) {
        String typed = form.value("version");
        return typed.matches("\\d{1,9}") ? Integer.parseInt(typed) : 0;
    }
}
