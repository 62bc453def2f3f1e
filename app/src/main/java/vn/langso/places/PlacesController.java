package vn.langso.places;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import vn.langso.shell.Caller;
import vn.langso.shell.Html;
import vn.langso.shell.OpenToAll;
import vn.langso.shell.Page;
import vn.langso.shell.Pages;

/** The places browser: search, one place on a day, its story. Holds no personal data and is open to all. */
@Controller
class PlacesController {

    private static final String NAV = "places.nav";
    private static final int MOST_FOUND = 50;

    private final Places places;
    private final Boundaries boundaries;
    private final Pages pages;

    PlacesController(Places places, Boundaries boundaries, Pages pages) {
        this.places = places;
        this.boundaries = boundaries;
        this.pages = pages;
    }

    /** The day that a page shows, and how links on it keep it. */
    record When(LocalDate on, boolean dated, LocalDate today, LocalDate knownFrom) {

        boolean isPast() {
            return on.isBefore(today);
        }

        /** A place that has ended is linked with its last day, because its code may be borne by another place since. */
        String href(Place place) {
            if (dated && place.existsOn(on)) {
                return "/places/" + place.code() + "?on=" + on;
            }
            return place.existsOn(today)
                    ? "/places/" + place.code()
                    : "/places/" + place.code() + "?on="
                            + (place.validTo() == null ? place.validFrom() : place.validTo());
        }
    }

    record Found(Place place, String above, boolean current) {}

    record ListView(Page page, When when, String query, List<Found> found, boolean more, List<Place> top) {}

    record PlaceView(
            Page page,
            When when,
            Place place,
            List<Place> path,
            List<Place> children,
            List<Place> successors,
            String address,
            PlaceRecords.Unit unit,
            List<PlaceStory.Chapter> story,
            Map<UUID, Operation> operations,
            Boundaries.@Nullable Outline outline,
            @Nullable Place outlineOf) {

        boolean hasEnded() {
            return place.validTo() != null && place.validTo().isBefore(when.today());
        }

        /** True if no document confirms where the place went. */
        boolean successorsInDoubt() {
            return story.stream()
                    .filter(chapter ->
                            chapter.kind().equals("merged") || chapter.kind().equals("divided"))
                    .map(chapter -> operations.get(chapter.operationId()))
                    .anyMatch(operation -> operation != null && operation.known() == PlaceRecords.Known.UNVERIFIED);
        }

        /** Addresses and names of what lies above. */
        Map<String, String> crumbs() {
            Map<String, String> crumbs = new LinkedHashMap<>();
            crumbs.put("/places", page.t().say("places.list.title"));
            path.subList(0, path.size() - 1).forEach(step -> crumbs.put(when.href(step), step.fullName()));
            return crumbs;
        }

        /** The changes that make sense for a place of this level. */
        List<String> changes() {
            return place.kind() == PlaceKind.COMMUNE
                    ? List.of("establish", "rename", "merge", "split", "move", "end")
                    : List.of("rename", "merge", "split", "move", "end");
        }
    }

    @GetMapping("/places")
    @OpenToAll
    View list(
            @RequestParam(defaultValue = "") String query,
            @RequestParam(required = false) @Nullable String on,
            @Nullable Caller caller,
            HttpServletRequest request) {
        PlaceTree tree = places.tree();
        LocalDate day = PlaceQuestion.day(tree, on);
        LocalDate shown = day == null ? tree.today() : day;
        List<Place> all = tree.search(PlaceQuestion.query(query), day, MOST_FOUND + 1);
        List<Found> found = all.stream()
                .limit(MOST_FOUND)
                .map(place -> found(tree, place, shown))
                .toList();
        When when = new When(shown, day != null, tree.today(), tree.knownFrom());
        return Html.of(
                "places/list.jte",
                new ListView(
                        pages.page(request, NAV, "places.list.title"),
                        when,
                        query,
                        found,
                        all.size() > MOST_FOUND,
                        query.isBlank() ? top(tree, caller, shown) : List.of()));
    }

    @GetMapping("/places/{code}")
    @OpenToAll
    View place(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String on,
            HttpServletRequest request) {
        PlaceTree tree = places.tree();
        PlaceQuestion asked = PlaceQuestion.of(tree, code, on);
        Place place = asked.place();
        When when = new When(asked.on(), asked.dated(), tree.today(), tree.knownFrom());
        List<Place> path = tree.path(place.id(), asked.on());
        List<PlaceStory.Chapter> story = PlaceStory.of(tree, place.id());
        Page page = pages.page(request, NAV, "places.place.title", place.fullName());
        Optional<Place> drawn = drawn(tree, path, place);
        return Html.of(
                "places/place.jte",
                new PlaceView(
                        page,
                        when,
                        place,
                        path,
                        tree.children(place.id(), asked.on()),
                        tree.successors(place.id()),
                        Address.of(tree, place, asked.on()).say(page.t()),
                        tree.node(place.id()).unit(),
                        story,
                        places.operationsById(PlaceStory.operationsOf(story)),
                        drawn.flatMap(boundaries::outline).orElse(null),
                        drawn.orElse(null)));
    }

    /** The outline of the place, else of the commune it lies in, else of the one it went into. */
    private Optional<Place> drawn(PlaceTree tree, List<Place> path, Place place) {
        return path.reversed().stream()
                .filter(boundaries::has)
                .findFirst()
                .or(() -> tree.successors(place.id()).stream()
                        .filter(boundaries::has)
                        .findFirst());
    }

    /** Where the reader is at home, else the provinces. */
    private static List<Place> top(PlaceTree tree, @Nullable Caller caller, LocalDate on) {
        UUID home = caller == null ? null : caller.placeId();
        if (home != null && tree.find(home).isPresent()) {
            return tree.path(home, on);
        }
        return tree.byCode("VN", on)
                .map(country -> tree.children(country.id(), on))
                .orElse(List.of());
    }

    private static Found found(PlaceTree tree, Place place, LocalDate shown) {
        LocalDate day = place.existsOn(shown) || place.validTo() == null ? shown : place.validTo();
        String address = Address.of(tree, place, day).current();
        int comma = address.indexOf(", ");
        return new Found(place, comma < 0 ? "" : address.substring(comma + 2), place.existsOn(shown));
    }
}
