package vn.langso.dashboard;

import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

import vn.langso.kernel.Problem;
import vn.langso.kernel.ProblemException;
import vn.langso.places.Place;
import vn.langso.places.Places;
import vn.langso.shell.Caller;
import vn.langso.shell.Form;
import vn.langso.shell.Html;
import vn.langso.shell.Needs;
import vn.langso.shell.Page;
import vn.langso.shell.Pages;

/** The office publishes, changes or withdraws whom the people may call. */
@Controller
class ContactController {

    private final Pages pages;
    private final Places places;
    private final Contacts contacts;

    ContactController(Pages pages, Places places, Contacts contacts) {
        this.pages = pages;
        this.places = places;
        this.contacts = contacts;
    }

    record View(Page page, Place place, Form form, int version) {}

    @Needs(Contacts.PUBLISH)
    @GetMapping("/places/{code}/contact")
    Html show(HttpServletRequest request, Caller caller, @PathVariable String code) {
        Place place = place(code);
        caller.require(Contacts.PUBLISH, place.id());
        Optional<Contact> known = contacts.own(place.id());
        Form form = known.map(contact -> Form.of(Map.of("name", contact.name(), "phone", contact.spaced())))
                .orElseGet(Form::empty);
        return Html.of(
                "dashboard/contact.jte",
                new View(
                        page(request, place),
                        place,
                        form,
                        known.map(Contact::version).orElse(0)));
    }

    @Needs(Contacts.PUBLISH)
    @PostMapping("/places/{code}/contact")
    Object publish(
            HttpServletRequest request,
            HttpServletResponse response,
            Caller caller,
            @PathVariable String code,
            @RequestParam(defaultValue = "0") int version) {
        Place place = place(code);
        Form form = Form.sent(request);
        try {
            if (form.chosen("do", "withdraw")) {
                contacts.withdraw(caller, place.id(), version);
                pages.note(response, "dashboard.contact.withdrawn");
            } else {
                contacts.publish(caller, place.id(), form.value("name"), form.value("phone"), version);
                pages.note(response, "dashboard.contact.published");
            }
        } catch (ProblemException e) {
            if (e.problems().getFirst().field() == null) {
                throw e;
            }
            View view = new View(page(request, place).failed(), place, form.with(e.problems()), version);
            return Html.of("dashboard/contact.jte", view).status(422);
        }
        RedirectView done = new RedirectView("/places/" + place.code() + "/contact");
        done.setStatusCode(HttpStatus.SEE_OTHER);
        done.setExposeModelAttributes(false);
        return done;
    }

    private Page page(HttpServletRequest request, Place place) {
        return pages.page(request, HomeController.NAV, "dashboard.contact.title", place.fullName());
    }

    private Place place(String code) {
        return places.tree()
                .byCode(code, null)
                .orElseThrow(
                        () -> Problem.of(DashboardProblem.UNKNOWN_VILLAGE, code).asException());
    }
}
