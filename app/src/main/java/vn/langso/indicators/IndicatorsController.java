package vn.langso.indicators;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

import vn.langso.kernel.Texts;
import vn.langso.places.Place;
import vn.langso.places.PlaceKind;
import vn.langso.places.PlaceOnDay;
import vn.langso.places.PlaceTree;
import vn.langso.places.Places;
import vn.langso.shell.Caller;
import vn.langso.shell.Html;
import vn.langso.shell.Needs;
import vn.langso.shell.OpenToAll;
import vn.langso.shell.Page;
import vn.langso.shell.Pages;

/** All figures of a place as cards. */
@Controller
class IndicatorsController {

    static final String NAV = "indicators.nav.figures";

    /** The curve on a card goes back half a year. */
    private static final int MONTHS = 6;

    private final Indicators indicators;
    private final Places places;
    private final Pages pages;

    IndicatorsController(Indicators indicators, Places places, Pages pages) {
        this.indicators = indicators;
        this.places = places;
        this.pages = pages;
    }

    /** The figures of one module. */
    record Group(@Nullable String title, List<FigureCard> cards) {}

    record View(
            Page page,
            PlaceOnDay asked,
            LocalDate today,
            Map<String, String> crumbs,
            String action,
            String csv,
            List<Group> groups) {}

    @Needs(Indicators.READ)
    @GetMapping("/indicators")
    RedirectView own(Caller caller) {
        UUID place = caller.placeId();
        RedirectView view = new RedirectView(
                place == null ? "/" : "/places/" + places.tree().get(place).code() + "/indicators");
        view.setExposeModelAttributes(false);
        return view;
    }

    @OpenToAll
    @GetMapping("/places/{code}/indicators")
    Html list(HttpServletRequest request, @PathVariable String code, @RequestParam @Nullable String on) {
        PlaceTree tree = places.tree();
        PlaceOnDay asked = PlaceOnDay.of(tree, code, on);
        UUID place = asked.place().id();
        Page page = pages.page(
                request, NAV, "indicators.list.page-title", asked.place().fullName());
        List<Indicator> figures = indicators.at(place, asked.on());
        Map<String, List<TrendPoint>> trends =
                indicators.trends(place, asked.on().minusMonths(MONTHS).withDayOfMonth(1), asked.on());
        Map<String, Group> groups = new LinkedHashMap<>();
        for (Indicator figure : figures) {
            String figureCode = figure.definition().code();
            String module = figureCode.substring(0, Math.max(0, figureCode.indexOf('.')));
            groups.computeIfAbsent(module, name -> new Group(title(page.t(), name), new ArrayList<>()))
                    .cards()
                    .add(FigureCard.of(page.t(), figure, trends.getOrDefault(figureCode, List.of()), asked.current()));
        }
        String action = "/places/" + code + "/indicators";
        return Html.of(
                "indicators/list.jte",
                new View(
                        page,
                        asked,
                        tree.today(),
                        crumbs(tree, asked),
                        action,
                        "/api/v1" + action + "?format=csv&on=" + asked.on(),
                        List.copyOf(groups.values())));
    }

    /** The way down to the place, and the place itself, as links to their pages. */
    static Map<String, String> crumbs(PlaceTree tree, PlaceOnDay asked) {
        Map<String, String> links = new LinkedHashMap<>();
        for (Place place : tree.path(asked.place().id(), asked.on())) {
            if (place.kind() != PlaceKind.COUNTRY) {
                links.put("/places/" + place.code() + day(asked), place.fullName());
            }
        }
        return links;
    }

    /** The query that keeps a past day in the address; nothing for today. */
    static String day(PlaceOnDay asked) {
        return asked.current() ? "" : "?on=" + asked.on();
    }

    private static @Nullable String title(Texts t, String module) {
        String key = "indicator.group." + module;
        return t.has(key) ? t.say(key) : null;
    }
}
