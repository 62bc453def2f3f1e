package vn.langso.demo;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import vn.langso.kernel.Texts;
import vn.langso.places.Place;
import vn.langso.places.Places;
import vn.langso.shell.Html;
import vn.langso.shell.OpenToAll;
import vn.langso.shell.Page;
import vn.langso.shell.Pages;

/** The demo's first page: every persona with one click, and where else to look. */
@Controller
@ConditionalOnProperty(name = "langso.mode", havingValue = "demo")
class StartController {

    private final Pages pages;
    private final Places places;
    private final DemoAccounts accounts;
    private final InstantSource clock;

    StartController(Pages pages, Places places, DemoAccounts accounts, InstantSource clock) {
        this.pages = pages;
        this.places = places;
        this.accounts = accounts;
        this.clock = clock;
    }

    @OpenToAll
    @GetMapping("/start")
    Html start(HttpServletRequest request) {
        Texts t = pages.texts(request);
        LocalDate today = LocalDate.ofInstant(clock.instant(), Texts.ZONE);
        List<Card> cards = Persona.all().stream()
                .map(persona -> new Card(
                        persona.role().code(),
                        persona.name(),
                        persona.icon(),
                        places.tree()
                                .byCode(persona.placeCode(), today)
                                .map(Place::inSentence)
                                .orElse("")))
                .toList();
        return Html.of("demo/start.jte", new View(pages.page(request, "", "demo.start.title"), t, cards));
    }

    @OpenToAll
    @PostMapping("/start/{role}")
    String become(@PathVariable String role, HttpServletRequest request, HttpServletResponse response) {
        accounts.signIn(role, request, response);
        return "redirect:/";
    }

    /** One persona to click; {@code role} is its wire name and the key of its texts. */
    record Card(String role, String name, String icon, String place) {}

    record View(Page page, Texts t, List<Card> cards) {}
}
