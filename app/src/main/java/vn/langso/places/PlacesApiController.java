package vn.langso.places;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import vn.langso.kernel.Problem;
import vn.langso.shell.ApiShape;
import vn.langso.shell.Languages;
import vn.langso.shell.OpenToAll;

/** Places for other programs; holds no personal data and is open to all. */
@RestController
class PlacesApiController {

    private static final int MOST = 100;

    private final Places places;
    private final Boundaries boundaries;
    private final Languages languages;

    PlacesApiController(Places places, Boundaries boundaries, Languages languages) {
        this.places = places;
        this.boundaries = boundaries;
        this.languages = languages;
    }

    /** A place in a list or on a way. */
    record Brief(
            String code,
            String name,
            String fullName,
            String kind,
            String type,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {

        static Brief of(Place place) {
            return new Brief(
                    place.code(),
                    place.name(),
                    place.fullName(),
                    place.kind().name().toLowerCase(java.util.Locale.ROOT),
                    place.unitType(),
                    place.validFrom(),
                    place.validTo());
        }
    }

    record Step(String code, String name, String fullName, String kind) {}

    record Centre(double latitude, double longitude) {}

    record Detail(
            String code,
            String name,
            String fullName,
            String kind,
            String type,
            LocalDate validFrom,
            String validFromKnown,
            @Nullable LocalDate validTo,
            LocalDate asOf,
            @Nullable LocalDate endedOn,
            List<Step> path,
            List<Brief> successors,
            boolean successorsVerified,
            List<Brief> predecessors,
            @Nullable Centre centre,
            @Nullable Double areaKm2,
            @Nullable Integer communes,
            Map<String, String> links) {}

    record Found(List<Brief> items, @Nullable String after) {}

    @GetMapping("/api/v1/places/{code}")
    @OpenToAll
    @ApiShape(etag = true)
    ResponseEntity<Detail> place(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String on,
            HttpServletRequest request) {
        PlaceTree tree = places.tree();
        PlaceQuestion asked = PlaceQuestion.of(tree, code, on);
        return answer(tree, request, () -> detail(tree, asked));
    }

    @GetMapping("/api/v1/places/{code}/children")
    @OpenToAll
    @ApiShape(etag = true)
    ResponseEntity<Found> children(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String on,
            HttpServletRequest request) {
        PlaceTree tree = places.tree();
        PlaceQuestion asked = PlaceQuestion.of(tree, code, on);
        return answer(
                tree,
                request,
                () -> new Found(
                        tree.children(asked.place().id(), asked.on()).stream()
                                .map(Brief::of)
                                .toList(),
                        null));
    }

    @GetMapping("/api/v1/places/{code}/boundary")
    @OpenToAll
    @ApiShape(answer = Object.class, media = "application/geo+json")
    ResponseEntity<?> boundary(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String on,
            HttpServletRequest request) {
        PlaceTree tree = places.tree();
        Place place = PlaceQuestion.of(tree, code, on).place();
        String note = languages.of(request).say("places.map.illustrative");
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/geo+json"))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .body(boundaries
                        .geoJson(place, note)
                        .orElseThrow(() -> Problem.of(PlaceProblem.NO_BOUNDARY, place.fullName())
                                .asException()));
    }

    /** Without {@code on} places that have ended are found too, after those of today. {@code after} is the mark of the last answer. */
    @GetMapping("/api/v1/places")
    @OpenToAll
    @ApiShape(etag = true)
    ResponseEntity<Found> search(
            @RequestParam(defaultValue = "") String query,
            @RequestParam(required = false) @Nullable String on,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable String after,
            HttpServletRequest request) {
        PlaceTree tree = places.tree();
        LocalDate day = PlaceQuestion.day(tree, on);
        String text = PlaceQuestion.query(query);
        int most = Math.clamp(limit, 1, MOST);
        return answer(tree, request, () -> found(tree.found(text, day).toList(), most, after));
    }

    private static Found found(List<Place> all, int limit, @Nullable String after) {
        int from = 0;
        for (int i = 0; after != null && i < all.size(); i++) {
            if (mark(all.get(i)).equals(after)) {
                from = i + 1;
            }
        }
        List<Place> page = all.stream().skip(from).limit(limit).toList();
        boolean more = all.size() > from + page.size();
        return new Found(page.stream().map(Brief::of).toList(), more ? mark(page.getLast()) : null);
    }

    private static String mark(Place place) {
        return place.code() + "~" + place.validFrom();
    }

    private Detail detail(PlaceTree tree, PlaceQuestion asked) {
        Place place = asked.place();
        PlaceRecords.Unit unit = tree.node(place.id()).unit();
        PlaceRecords.Figures figures = unit.figures();
        Brief brief = Brief.of(place);
        return new Detail(
                place.code(),
                place.name(),
                place.fullName(),
                brief.kind(),
                place.unitType(),
                place.validFrom(),
                unit.known().name().toLowerCase(java.util.Locale.ROOT),
                place.validTo(),
                asked.on(),
                asked.hasEnded(tree.today()) ? place.validTo() : null,
                tree.path(place.id(), asked.on()).stream()
                        .map(step -> new Step(
                                step.code(),
                                step.name(),
                                step.fullName(),
                                Brief.of(step).kind()))
                        .toList(),
                tree.successors(place.id()).stream().map(Brief::of).toList(),
                successorsVerified(tree.node(place.id())),
                tree.predecessors(place.id()).stream().map(Brief::of).toList(),
                figures.latitude() == null || figures.longitude() == null
                        ? null
                        : new Centre(figures.latitude(), figures.longitude()),
                figures.areaKm2(),
                figures.communes(),
                links(place, asked));
    }

    /** False when no document confirms where the place went. */
    private boolean successorsVerified(PlaceNode node) {
        Set<UUID> decisions =
                node.into().stream().map(PlaceRecords.Succession::openedBy).collect(Collectors.toSet());
        return places.operationsById(decisions).values().stream()
                .noneMatch(operation -> operation.known() == PlaceRecords.Known.UNVERIFIED);
    }

    private Map<String, String> links(Place place, PlaceQuestion asked) {
        String on = asked.dated() ? "?on=" + asked.on() : "";
        String self = "/api/v1/places/" + place.code();
        Map<String, String> links = new LinkedHashMap<>();
        links.put("self", self + on);
        links.put("children", self + "/children" + on);
        links.put("page", "/places/" + place.code() + on);
        if (boundaries.has(place)) {
            links.put("boundary", self + "/boundary" + on);
        }
        return links;
    }

    /** The same revision on the same day is the same answer, so the mark costs nothing to compare. */
    private static <T> ResponseEntity<T> answer(PlaceTree tree, HttpServletRequest request, Supplier<T> body) {
        String mark = "\"" + tree.revision() + "-" + tree.today() + "\"";
        CacheControl cache = CacheControl.noCache().cachePublic();
        String known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        if (known != null && known.contains(mark)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                    .eTag(mark)
                    .cacheControl(cache)
                    .build();
        }
        return ResponseEntity.ok().eTag(mark).cacheControl(cache).body(body.get());
    }
}
