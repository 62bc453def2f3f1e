package vn.langso.dashboard;

import java.util.List;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import vn.langso.places.Place;
import vn.langso.places.PlaceKind;
import vn.langso.places.PlaceTree;
import vn.langso.places.Places;
import vn.langso.shell.Form;
import vn.langso.shell.Html;
import vn.langso.shell.OpenToAll;
import vn.langso.shell.Page;
import vn.langso.shell.Pages;

/** The entrance for everybody: find one's village or commune, sign in. */
@Controller
class EntranceController {

    private static final int MOST_FOUND = 20;
    private static final int LONGEST_QUERY = 100;

    private final Pages pages;
    private final Places places;

    EntranceController(Pages pages, Places places) {
        this.pages = pages;
        this.places = places;
    }

    record Found(String name, String above, String href) {}

    record View(Page page, Form form, String query, List<Found> found) {}

    @OpenToAll
    @GetMapping("/find")
    Html find(HttpServletRequest request, @RequestParam(defaultValue = "") String query) {
        String asked =
                query.strip().substring(0, Math.min(LONGEST_QUERY, query.strip().length()));
        Page page = pages.page(request, "", "dashboard.entrance.title");
        return Html.of("dashboard/entrance.jte", new View(page, Form.sent(request), asked, found(asked)));
    }

    private List<Found> found(String query) {
        if (query.isEmpty()) {
            return List.of();
        }
        PlaceTree tree = places.tree();
        return tree.search(query, tree.today(), MOST_FOUND).stream()
                .filter(place -> place.kind() != PlaceKind.COUNTRY)
                .map(place -> new Found(place.fullName(), above(tree, place), href(place)))
                .toList();
    }

    private static String href(Place place) {
        return (place.kind() == PlaceKind.VILLAGE ? "/v/" : "/places/") + place.code();
    }

    /** "xã Tống Sơn, tỉnh Thanh Hóa". */
    private static String above(PlaceTree tree, Place place) {
        return tree.path(place.id(), tree.today()).reversed().stream()
                .skip(1)
                .filter(each -> each.kind() != PlaceKind.COUNTRY)
                .map(Place::inSentence)
                .collect(Collectors.joining(", "));
    }
}
