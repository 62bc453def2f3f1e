package vn.langso.infrastructure;

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

import vn.langso.indicators.Indicator;
import vn.langso.indicators.IndicatorDefinition;
import vn.langso.indicators.Indicators;
import vn.langso.kernel.Texts;
import vn.langso.places.Place;
import vn.langso.places.PlaceKind;
import vn.langso.places.PlaceOnDay;
import vn.langso.places.PlaceTree;
import vn.langso.places.Places;
import vn.langso.shell.Caller;
import vn.langso.shell.Html;
import vn.langso.shell.Needs;
import vn.langso.shell.Page;
import vn.langso.shell.Pages;

/** What a village has, kind by kind with a small map; above villages, a table of the places below. */
@Controller
class OverviewController {

    static final String NAV = "infrastructure.nav.overview";

    /** No village has more; a longer page would help nobody. */
    private static final int MOST = 500;

    private final Infrastructure infrastructure;
    private final InfrastructureFigures figures;
    private final Indicators indicators;
    private final Places places;
    private final Pages pages;

    OverviewController(
            Infrastructure infrastructure,
            InfrastructureFigures figures,
            Indicators indicators,
            Places places,
            Pages pages) {
        this.infrastructure = infrastructure;
        this.figures = figures;
        this.indicators = indicators;
        this.places = places;
        this.pages = pages;
    }

    /** One thing; {@code number} is its number on the map, 0 without a position. */
    record Line(String name, String detail, String href, int number) {}

    record Section(
            boolean wide, String title, String icon, String empty, String addHref, String addLabel, List<Line> lines) {}

    record LaneLine(String name, String href, String length, String fibre, String mobile) {}

    record View(
            Page page,
            PlaceOnDay asked,
            LocalDate today,
            Map<String, String> crumbs,
            String action,
            boolean mayEdit,
            List<Section> sections,
            List<LaneLine> lanes,
            @Nullable SiteMap map) {}

    /** One figure per column. */
    record Row(String name, String href, List<String> cells) {}

    record TableView(
            Page page,
            PlaceOnDay asked,
            LocalDate today,
            Map<String, String> crumbs,
            String action,
            List<String> heads,
            List<Row> rows) {}

    @Needs(Infrastructure.READ)
    @GetMapping("/infrastructure")
    RedirectView own(Caller caller) {
        UUID place = caller.placeId();
        RedirectView view = new RedirectView(
                place == null ? "/" : "/places/" + places.tree().get(place).code() + "/infrastructure");
        view.setExposeModelAttributes(false);
        return view;
    }

    @Needs(Infrastructure.READ)
    @GetMapping("/places/{code}/infrastructure")
    Html show(HttpServletRequest request, Caller caller, @PathVariable String code, @RequestParam @Nullable String on) {
        PlaceTree tree = places.tree();
        PlaceOnDay asked = PlaceOnDay.of(tree, code, on);
        caller.require(Infrastructure.READ, asked.place().id());
        Page page = pages.page(
                request,
                NAV,
                "infrastructure.overview.page-title",
                asked.place().fullName());
        return asked.place().kind() == PlaceKind.VILLAGE
                ? village(page, tree, asked, caller)
                : table(page, tree, asked);
    }

    private Html village(Page page, PlaceTree tree, PlaceOnDay asked, Caller caller) {
        UUID place = asked.place().id();
        LocalDate on = asked.on();
        List<Asset> assets = infrastructure.assets(caller, AssetQuestion.sites(place, on), null, MOST).stream()
                .filter(asset -> asset.on(on))
                .toList();
        List<Position> positions = new ArrayList<>();
        List<Section> sections = AssetKind.SITES.stream()
                .map(kind -> section(page.t(), kind, assets, asked, positions))
                .toList();
        List<LaneLine> lanes = infrastructure.assets(caller, AssetQuestion.lanes(place, on), null, MOST).stream()
                .filter(lane -> lane.on(on))
                .map(lane -> lane(page.t(), lane, on))
                .toList();
        boolean mayEdit = asked.current() && caller.may(Infrastructure.EDIT, place);
        return Html.of(
                "infrastructure/village.jte",
                new View(
                        page,
                        asked,
                        tree.today(),
                        crumbs(tree, asked),
                        "/places/" + asked.place().code() + "/infrastructure",
                        mayEdit,
                        sections,
                        lanes,
                        SiteMap.of(positions)));
    }

    private static Section section(
            Texts t, AssetKind kind, List<Asset> assets, PlaceOnDay asked, List<Position> positions) {
        List<Line> lines = new ArrayList<>();
        for (Asset asset : assets) {
            if (asset.details().kind() == kind) {
                Position position = asset.details().position();
                if (position != null) {
                    positions.add(position);
                }
                lines.add(new Line(
                        asset.details().name(),
                        detail(t, asset.details(), asked.on()),
                        "/infrastructure/assets/" + asset.id(),
                        position == null ? 0 : positions.size()));
            }
        }
        String key = "infrastructure.kind." + kind.code();
        return new Section(
                kind == AssetKind.BTS,
                t.say(key),
                kind.icon(),
                t.say(key + ".none"),
                "/places/" + asked.place().code() + "/infrastructure/assets/new?kind=" + kind.code(),
                t.say(key + ".add"),
                lines);
    }

    /** Second line of a thing: operator, generations, where, since when. */
    static String detail(Texts t, AssetDetails details, LocalDate on) {
        List<String> parts = new ArrayList<>();
        if (details.operator() != null) {
            parts.add(details.operator());
        }
        String generations = generations(t, details.services(), on);
        if (!generations.isEmpty()) {
            parts.add(generations);
        }
        if (details.location() != null) {
            parts.add(details.location());
        }
        parts.add(t.say("infrastructure.overview.since", t.date(details.since())));
        return String.join(", ", parts);
    }

    static String generations(Texts t, List<NetworkOffer> services, LocalDate on) {
        return String.join(
                " ",
                services.stream()
                        .filter(service -> service.on(on))
                        .map(service -> t.say("infrastructure.technology."
                                + service.technology().code()))
                        .distinct()
                        .toList());
    }

    private static LaneLine lane(Texts t, Asset lane, LocalDate on) {
        Integer length = lane.details().lengthM();
        List<String> fibre = lane.details().operators(Technology.FIBRE, on);
        Map<String, List<String>> mobile = new LinkedHashMap<>();
        for (Technology technology : List.of(Technology.G3, Technology.G4, Technology.G5)) {
            for (String operator : lane.details().operators(technology, on)) {
                mobile.computeIfAbsent(operator, _ -> new ArrayList<>())
                        .add(t.say("infrastructure.technology." + technology.code()));
            }
        }
        List<String> covered = new ArrayList<>();
        mobile.forEach((operator, generations) -> covered.add(operator + " " + String.join(" ", generations)));
        return new LaneLine(
                lane.details().name(),
                "/infrastructure/assets/" + lane.id(),
                length == null ? "" : t.say("infrastructure.overview.metres", t.number(length)),
                String.join(", ", fibre),
                String.join(", ", covered));
    }

    private Html table(Page page, PlaceTree tree, PlaceOnDay asked) {
        Texts t = page.t();
        Map<UUID, List<String>> cells = new LinkedHashMap<>();
        Map<UUID, Place> rows = new LinkedHashMap<>();
        for (IndicatorDefinition definition : figures.definitions()) {
            for (Indicator figure : indicators.byChild(asked.place().id(), definition.code(), asked.on())) {
                Long denominator = figure.denominator();
                rows.put(figure.place().id(), figure.place());
                cells.computeIfAbsent(figure.place().id(), _ -> new ArrayList<>())
                        .add(
                                denominator == null
                                        ? t.number(figure.numerator())
                                        : t.number(figure.numerator()) + "/" + t.number(denominator));
            }
        }
        String day = asked.current() ? "" : "?on=" + asked.on();
        return Html.of(
                "infrastructure/table.jte",
                new TableView(
                        page,
                        asked,
                        tree.today(),
                        crumbs(tree, asked),
                        "/places/" + asked.place().code() + "/infrastructure",
                        figures.definitions().stream()
                                .map(definition -> t.say("indicator." + definition.code()))
                                .toList(),
                        rows.values().stream()
                                .map(place -> new Row(
                                        place.fullName(),
                                        "/places/" + place.code() + "/infrastructure" + day,
                                        cells.getOrDefault(place.id(), List.of())))
                                .toList()));
    }

    static Map<String, String> crumbs(PlaceTree tree, PlaceOnDay asked) {
        Map<String, String> links = new LinkedHashMap<>();
        String day = asked.current() ? "" : "?on=" + asked.on();
        for (Place place : tree.path(asked.place().id(), asked.on())) {
            if (place.kind() != PlaceKind.COUNTRY) {
                links.put("/places/" + place.code() + day, place.fullName());
            }
        }
        return links;
    }
}
