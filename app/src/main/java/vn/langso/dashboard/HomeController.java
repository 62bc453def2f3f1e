package vn.langso.dashboard;

import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import vn.langso.dashboard.HomeCards.Blocks;
import vn.langso.indicators.FigureCard;
import vn.langso.indicators.FigureWords;
import vn.langso.indicators.Indicator;
import vn.langso.kernel.LunarDate;
import vn.langso.kernel.Role;
import vn.langso.kernel.Texts;
import vn.langso.places.Place;
import vn.langso.places.PlaceKind;
import vn.langso.places.PlaceTree;
import vn.langso.places.Places;
import vn.langso.shell.Caller;
import vn.langso.shell.Html;
import vn.langso.shell.OpenToAll;
import vn.langso.shell.Page;
import vn.langso.shell.Pages;

/** The first page: by role and place for those signed in; strangers are sent to the entrance. */
@Controller
class HomeController {

    static final String NAV = "dashboard.nav.home";

    private static final Set<Role> IN_THE_VILLAGE = Set.of(Role.VILLAGE_HEAD, Role.CELL_SECRETARY, Role.DIGITAL_TEAM);

    private static final int MOST_GAPS = 4;
    private static final int MOST_FIGURES = 8;

    private final Pages pages;
    private final Places places;
    private final PlaceFigures figures;
    private final HomeCards cards;
    private final RecentChanges changes;
    private final Contacts contacts;
    private final Greeting greeting;
    private final InstantSource clock;
    private final boolean demo;

    HomeController(
            Pages pages,
            Places places,
            PlaceFigures figures,
            HomeCards cards,
            RecentChanges changes,
            Contacts contacts,
            Greeting greeting,
            InstantSource clock,
            @Value("${langso.mode:run}") String mode) {
        this.pages = pages;
        this.places = places;
        this.figures = figures;
        this.cards = cards;
        this.changes = changes;
        this.contacts = contacts;
        this.greeting = greeting;
        this.clock = clock;
        this.demo = "demo".equals(mode);
    }

    /** The resident's home and the village head's. */
    record View(
            Page page,
            Place place,
            String heading,
            List<String> dates,
            Blocks blocks,
            List<Figure> figures,
            List<Figure> gaps,
            List<RecentChanges.Line> changes,
            @Nullable Contact contact,
            boolean mayPublish) {}

    /** The desk of a commune, a province, or an office without a village. */
    record DeskView(
            Page page,
            Place place,
            String date,
            Blocks blocks,
            List<Figure> gaps,
            List<FigureCard> cards,
            List<Figure> counts,
            ChildTable table,
            List<RecentChanges.Line> changes) {

        /** The desk is fetched again when something changes here or below. */
        String topic() {
            return ChangesAround.topic(place.id());
        }
    }

    @OpenToAll
    @GetMapping("/")
    Object home(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Caller caller,
            @RequestParam(defaultValue = "") String sort) {
        if (caller == null || caller.placeId() == null) {
            return demo ? "redirect:/start" : "redirect:/find";
        }
        PlaceTree tree = places.tree();
        Place place = tree.get(caller.placeId());
        if (caller.role() == Role.RESIDENT) {
            pages.keep(response);
            return resident(request, caller, place);
        }
        return IN_THE_VILLAGE.contains(Objects.requireNonNull(caller.role())) || place.kind() == PlaceKind.VILLAGE
                ? village(request, caller, place)
                : desk(request, caller, place, sort);
    }

    private Html resident(HttpServletRequest request, Caller caller, Place place) {
        Page page = pages.page(request, NAV, "dashboard.resident.title", place.fullName());
        Texts t = page.t();
        List<Figure> all = figures.inWords(figures.recorded(place.id()), caller, t);
        return Html.of(
                "dashboard/resident.jte",
                new View(
                        page,
                        place,
                        t.say("dashboard.resident.greeting", greeting.of(caller, t, now().toLocalDate())),
                        List.of(t.weekday(now()), lunar(t)),
                        cards.of(page, caller),
                        PlaceFigures.brief(all, MOST_FIGURES),
                        List.of(),
                        List.of(),
                        contacts.of(place.id()).orElse(null),
                        false));
    }

    private Html village(HttpServletRequest request, Caller caller, Place place) {
        Page page = pages.page(request, NAV, "dashboard.village.title", place.fullName());
        Texts t = page.t();
        List<Figure> all = figures.inWords(figures.recorded(place.id()), caller, t);
        return Html.of(
                "dashboard/village.jte",
                new View(
                        page,
                        place,
                        t.say("dashboard.village.heading", place.name()),
                        List.of(dateAndTime(t)),
                        cards.of(page, caller),
                        PlaceFigures.brief(all, MOST_FIGURES),
                        PlaceFigures.gaps(all, MOST_GAPS),
                        changes.around(place.id(), caller, t),
                        contacts.own(place.id()).orElse(null),
                        caller.may(Contacts.PUBLISH, place.id())));
    }

    private Html desk(HttpServletRequest request, Caller caller, Place place, String sort) {
        Page page = pages.page(request, NAV, "dashboard.desk.title", place.fullName());
        Texts t = page.t();
        List<Indicator> recorded = figures.recorded(place.id());
        List<Figure> all = figures.inWords(recorded, caller, t);
        return Html.of(
                "dashboard/desk.jte",
                new DeskView(
                        page,
                        place,
                        dateAndTime(t),
                        cards.of(page, caller),
                        PlaceFigures.gaps(all, MOST_GAPS),
                        figures.cards(place.id(), recorded, t),
                        all.stream().filter(figure -> !figure.share()).toList(),
                        ChildTable.of(figures.below(place.id()), sort, new FigureWords(t)),
                        changes.around(place.id(), caller, t)));
    }

    private ZonedDateTime now() {
        return clock.instant().atZone(Texts.ZONE);
    }

    private String dateAndTime(Texts t) {
        return t.say("dashboard.date-time", t.weekday(now()), t.time(now().toOffsetDateTime()));
    }

    private String lunar(Texts t) {
        LunarDate day = LunarDate.of(now().toLocalDate());
        String month = t.say("dashboard.lunar.month." + day.month());
        String named = day.leap() ? t.say("dashboard.lunar.leap", month) : month;
        String key = day.day() == 15
                ? "dashboard.lunar.full-moon"
                : day.day() <= 10 ? "dashboard.lunar.early" : "dashboard.lunar.late";
        return t.say(key, day.day(), named);
    }
}
