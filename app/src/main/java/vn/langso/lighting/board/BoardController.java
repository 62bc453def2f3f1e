package vn.langso.lighting.board;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import vn.langso.kernel.Texts;
import vn.langso.lighting.LightingAssets;
import vn.langso.lighting.commands.LightCommand;
import vn.langso.lighting.commands.LightCommands;
import vn.langso.lighting.commands.StandingOrder;
import vn.langso.lighting.programmes.Programmes;
import vn.langso.places.Place;
import vn.langso.places.PlaceKind;
import vn.langso.places.PlaceOnDay;
import vn.langso.places.Places;
import vn.langso.shell.Caller;
import vn.langso.shell.Html;
import vn.langso.shell.Needs;
import vn.langso.shell.Page;
import vn.langso.shell.Pages;

/** The lights of a village on one page; above villages, a table of those that have lights. */
@Controller
class BoardController {

    static final String NAV = "lighting.nav";

    private static final int COMMANDS_SHOWN = 5;

    private final Board board;
    private final LightingAssets assets;
    private final Programmes programmes;
    private final LightCommands commands;
    private final Places places;
    private final Pages pages;
    private final InstantSource clock;

    BoardController(
            Board board,
            LightingAssets assets,
            Programmes programmes,
            LightCommands commands,
            Places places,
            Pages pages,
            InstantSource clock) {
        this.board = board;
        this.assets = assets;
        this.programmes = programmes;
        this.commands = commands;
        this.places = places;
        this.pages = pages;
        this.clock = clock;
    }

    /** A switch of tonight; {@code now} lies between it and the next. */
    record Step(Instant at, int lit, int circuits, boolean done, boolean now) {

        OffsetDateTime time() {
            return at.atZone(Texts.ZONE).toOffsetDateTime();
        }
    }

    /** What was ordered last, with how far it came. */
    record Ordered(LightCommand command, String state) {}

    record View(
            Page page,
            Place village,
            VillageLights lights,
            @Nullable Schematic map,
            List<Step> tonight,
            List<Ordered> ordered,
            @Nullable StandingOrder standing,
            boolean maySwitch,
            String topic) {

        OffsetDateTime now() {
            return lights.at().atZone(Texts.ZONE).toOffsetDateTime();
        }
    }

    /** One village that has lights. */
    record Row(Place village, int roads, int lamps, long lit, long unknown) {}

    record PlacesView(Page page, Place place, List<Row> rows) {}

    @Needs(LightingAssets.READ)
    @GetMapping("/lighting")
    Html show(HttpServletRequest request, Caller caller, @RequestParam @Nullable String place) {
        Place asked = place == null
                ? places.tree().get(java.util.Objects.requireNonNull(caller.placeId()))
                : PlaceOnDay.of(places.tree(), place, null).place();
        caller.require(LightingAssets.READ, asked.id());
        Page page = pages.page(request, NAV, "lighting.board.title", asked.fullName());
        return asked.kind() == PlaceKind.VILLAGE ? village(page, caller, asked) : villages(page, asked);
    }

    private Html village(Page page, Caller caller, Place village) {
        VillageLights lights = board.of(village.id());
        List<UUID> circuits =
                lights.circuits().stream().map(circuit -> circuit.id()).toList();
        return Html.of(
                "lighting/board/village.jte",
                new View(
                        page,
                        village,
                        lights,
                        Schematic.of(
                                lights.roads().stream()
                                        .map(VillageLights.RoadLights::road)
                                        .toList(),
                                lights.lamps()),
                        tonight(lights),
                        ordered(page.t(), village.id()),
                        commands.standing(circuits, clock.instant()).stream()
                                .max(Comparator.comparing(StandingOrder::since))
                                .orElse(null),
                        caller.may(LightCommands.SWITCH, village.id()),
                        "lighting." + village.id()));
    }

    private List<Ordered> ordered(Texts t, UUID village) {
        return commands.latest(Set.of(village), COMMANDS_SHOWN).stream()
                .map(command -> new Ordered(
                        command, t.say("lighting.command." + command.state().code())))
                .toList();
    }

    private List<Step> tonight(VillageLights lights) {
        if (lights.layouts().isEmpty()) {
            return List.of();
        }
        List<Programmes.Tonight> tonight = programmes.tonight(lights.layouts().getFirst(), lights.at());
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < tonight.size(); i++) {
            boolean done = !tonight.get(i).at().isAfter(lights.at());
            boolean next = i + 1 < tonight.size() && !tonight.get(i + 1).at().isAfter(lights.at());
            Programmes.Tonight one = tonight.get(i);
            steps.add(new Step(one.at(), one.lit(), one.circuits(), done, done && !next));
        }
        return steps;
    }

    private Html villages(Page page, Place place) {
        List<Row> rows = assets.villages(place.id()).stream()
                .map(id -> row(places.tree().get(id)))
                .filter(row -> row.lamps() > 0)
                .sorted(Comparator.comparing(row -> row.village().fullName(), Texts.collator()))
                .toList();
        return Html.of("lighting/board/places.jte", new PlacesView(page, place, rows));
    }

    private Row row(Place village) {
        VillageLights lights = board.of(village.id());
        return new Row(
                village,
                lights.roads().size(),
                lights.lamps().size(),
                lights.count(Glow.LIT),
                lights.count(Glow.UNKNOWN));
    }
}
