package vn.langso.lighting.assets;

import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import vn.langso.kernel.Texts;
import vn.langso.lighting.Lamp;
import vn.langso.lighting.Layout;
import vn.langso.lighting.LightingAssets;
import vn.langso.lighting.Road;
import vn.langso.places.Place;
import vn.langso.places.Places;
import vn.langso.shell.Caller;
import vn.langso.shell.Html;
import vn.langso.shell.Needs;
import vn.langso.shell.Page;
import vn.langso.shell.Pages;

/** What lights a village has: cabinets, roads, lamps with watts, age and warranty. */
@Controller
class RegisterController {

    private final LightingAssets assets;
    private final RegisterPages register;
    private final Places places;
    private final Pages pages;

    RegisterController(LightingAssets assets, RegisterPages register, Places places, Pages pages) {
        this.assets = assets;
        this.register = register;
        this.places = places;
        this.pages = pages;
    }

    record RoadBlock(Road road, List<Lamp> lamps) {}

    record CabinetBlock(Layout layout, List<RoadBlock> roads) {}

    record View(Page page, Map<String, String> crumbs, Place village, boolean mayEdit, List<CabinetBlock> cabinets) {}

    @Needs(LightingAssets.READ)
    @GetMapping("/places/{code}/lighting/assets")
    Html register(HttpServletRequest request, Caller caller, @PathVariable String code) {
        Place village = register.village(code);
        caller.require(LightingAssets.READ, village.id());
        Texts t = pages.texts(request);
        Map<String, String> crumbs = register.crumbs(t, village.id());
        crumbs.remove(RegisterPages.address(code));
        List<CabinetBlock> cabinets = assets
                .layouts(Set.of(village.id()), places.tree().today())
                .stream()
                .map(RegisterController::block)
                .toList();
        return Html.of(
                "lighting/assets/register.jte",
                new View(
                        pages.page(request, RegisterPages.NAV, "lighting.assets.page-title", village.fullName()),
                        crumbs,
                        village,
                        caller.may(LightingAssets.EDIT, village.id()),
                        cabinets));
    }

    private static CabinetBlock block(Layout layout) {
        return new CabinetBlock(
                layout,
                layout.roads().stream()
                        .map(road -> new RoadBlock(
                                road,
                                layout.lamps().stream()
                                        .filter(lamp -> lamp.roadId().equals(road.id()))
                                        .toList()))
                        .toList());
    }
}
