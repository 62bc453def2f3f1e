package vn.langso.lighting.board;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import vn.langso.kernel.Problem;
import vn.langso.kernel.ProblemCode;
import vn.langso.kernel.ProblemException;
import vn.langso.lighting.LightingAssets;
import vn.langso.lighting.LightingProblem;
import vn.langso.lighting.Road;
import vn.langso.lighting.commands.LightCommands;
import vn.langso.lighting.commands.Order;
import vn.langso.places.Place;
import vn.langso.places.PlaceOnDay;
import vn.langso.places.Places;
import vn.langso.shell.Caller;
import vn.langso.shell.Form;
import vn.langso.shell.Html;
import vn.langso.shell.Needs;
import vn.langso.shell.Page;
import vn.langso.shell.Pages;

/** Switching from the board: lights go on at one tap, they go dark after one more question. */
@Controller
class OrderController {

    /** Half an hour for a look at a cable, two hours for a repair; longer needs a second person. */
    private static final List<Integer> MINUTES = List.of(30, 60, 120);

    private final LightCommands commands;
    private final LightingAssets assets;
    private final Places places;
    private final Pages pages;
    private final InstantSource clock;

    OrderController(LightCommands commands, LightingAssets assets, Places places, Pages pages, InstantSource clock) {
        this.commands = commands;
        this.assets = assets;
        this.places = places;
        this.pages = pages;
        this.clock = clock;
    }

    /** @param road empty for the whole village */
    record OrderView(Page page, Place village, @Nullable Road road, Form form, Map<String, String> minutes) {}

    /** Asks for reason and end before lights go dark. */
    @Needs(LightCommands.SWITCH)
    @GetMapping("/lighting/order")
    Html ask(HttpServletRequest request, Caller caller, @RequestParam String place, @RequestParam @Nullable UUID road) {
        Place village = village(caller, place);
        return page(request, village, road(village, road), Form.of(Map.of("minutes", "30")));
    }

    /** Orders; a refusal brings the question about reason and end. */
    @Needs(LightCommands.SWITCH)
    @PostMapping("/lighting/order")
    View order(
            HttpServletRequest request,
            HttpServletResponse response,
            Caller caller,
            @RequestParam String place,
            @RequestParam @Nullable UUID road,
            @RequestParam(defaultValue = "") String action) {
        Place village = village(caller, place);
        Road meant = road(village, road);
        Form sent = Form.sent(request);
        try {
            commands.order(
                    caller,
                    new Order(
                            meant == null
                                    ? new Order.Target.OfPlace(village.id())
                                    : new Order.Target.OfRoad(meant.id()),
                            Order.Action.ofCode(action).orElse(Order.Action.ON),
                            null,
                            until(sent)
                                    .map(minutes -> clock.instant().plus(minutes))
                                    .orElse(null),
                            sent.value("reason"),
                            null));
            pages.note(response, "lighting.order.sent");
            return Html.redirect("/lighting?place=" + village.code());
        } catch (ProblemException refused) {
            if (refused.problems().getFirst().code().kind() == ProblemCode.Kind.FORBIDDEN) {
                throw refused;
            }
            return page(request, village, meant, sent.with(refused.problems())).status(422);
        }
    }

    private Html page(HttpServletRequest request, Place village, @Nullable Road road, Form form) {
        Page page = pages.page(request, BoardController.NAV, "lighting.order.title", village.fullName());
        Map<String, String> minutes = new LinkedHashMap<>();
        MINUTES.forEach(count -> minutes.put(count.toString(), page.t().say("lighting.order.minutes", count)));
        return Html.of(
                "lighting/board/order.jte",
                new OrderView(form.isRefused() ? page.failed() : page, village, road, form, minutes));
    }

    private Place village(Caller caller, String code) {
        Place village = PlaceOnDay.of(places.tree(), code, null).place();
        caller.require(LightCommands.SWITCH, village.id());
        return village;
    }

    private @Nullable Road road(Place village, @Nullable UUID id) {
        return id == null
                ? null
                : assets.road(id)
                        .filter(road -> road.placeId().equals(village.id()))
                        .orElseThrow(() -> Problem.of(LightingProblem.UNKNOWN).asException());
    }

    private static Optional<Duration> until(Form sent) {
        return MINUTES.stream()
                .filter(count -> count.toString().equals(sent.value("minutes")))
                .map(Duration::ofMinutes)
                .findFirst();
    }
}
