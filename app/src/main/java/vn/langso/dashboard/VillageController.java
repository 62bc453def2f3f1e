package vn.langso.dashboard;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

import vn.langso.kernel.Problem;
import vn.langso.kernel.Texts;
import vn.langso.places.Place;
import vn.langso.places.PlaceKind;
import vn.langso.places.PlaceTree;
import vn.langso.places.Places;
import vn.langso.shell.Html;
import vn.langso.shell.OpenToAll;
import vn.langso.shell.Page;
import vn.langso.shell.Pages;

/** The page of a village for everybody, also as a notice to print: figures, whom to call, how to sign in. Names no resident. */
@Controller
class VillageController {

    private static final int MOST_FIGURES = 10;

    private final Pages pages;
    private final Places places;
    private final PlaceFigures figures;
    private final Contacts contacts;

    VillageController(Pages pages, Places places, PlaceFigures figures, Contacts contacts) {
        this.pages = pages;
        this.places = places;
        this.figures = figures;
        this.contacts = contacts;
    }

    /** Where the village lay until a day. */
    record Before(String where, LocalDate until) {}

    record View(
            Page page,
            Place village,
            String where,
            @Nullable Before before,
            List<Figure> figures,
            @Nullable Contact contact,
            String address) {

        List<Figure> households() {
            return PlaceFigures.brief(
                    figures.stream().filter(figure -> !isInfrastructure(figure)).toList(), MOST_FIGURES);
        }

        List<Figure> infrastructure() {
            return figures.stream().filter(View::isInfrastructure).toList();
        }

        private static boolean isInfrastructure(Figure figure) {
            return figure.code().startsWith("infrastructure.");
        }
    }

    @OpenToAll
    @GetMapping("/v/{code}")
    Object village(HttpServletRequest request, @PathVariable String code) {
        PlaceTree tree = places.tree();
        Place village = tree.byCode(code, null)
                .orElseThrow(
                        () -> Problem.of(DashboardProblem.UNKNOWN_VILLAGE, code).asException());
        if (village.kind() != PlaceKind.VILLAGE || !village.existsOn(tree.today())) {
            return "redirect:/places/" + village.code();
        }
        Page page = pages.page(request, "", "dashboard.public.title", village.fullName());
        String address = ServletUriComponentsBuilder.fromContextPath(request)
                .path("/v/{code}")
                .buildAndExpand(village.code())
                .toUriString();
        return Html.of(
                "dashboard/public.jte",
                new View(
                        page,
                        village,
                        capital(above(tree, village, tree.today())),
                        before(tree, village).orElse(null),
                        figures.inWords(figures.recorded(village.id()), null, page.t()),
                        contacts.of(village.id()).orElse(null),
                        address));
    }

    private static Optional<Before> before(PlaceTree tree, Place village) {
        return tree.parent(village.id(), tree.today())
                .map(parent -> parent.validFrom().minusDays(1))
                .filter(village::existsOn)
                .map(day -> new Before(above(tree, village, day), day));
    }

    private static String capital(String sentence) {
        return sentence.isEmpty()
                ? sentence
                : sentence.substring(0, 1).toUpperCase(Texts.VIETNAMESE) + sentence.substring(1);
    }

    /** "xã Hà Sơn, huyện Hà Trung, tỉnh Thanh Hóa". */
    private static String above(PlaceTree tree, Place village, LocalDate on) {
        return tree.path(village.id(), on).reversed().stream()
                .skip(1)
                .filter(each -> each.kind() != PlaceKind.COUNTRY)
                .map(Place::inSentence)
                .collect(Collectors.joining(", "));
    }
}
