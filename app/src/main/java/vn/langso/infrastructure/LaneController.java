package vn.langso.infrastructure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

import vn.langso.infrastructure.ThingPages.Fact;
import vn.langso.infrastructure.ThingPages.FormView;
import vn.langso.infrastructure.ThingPages.ShowView;
import vn.langso.kernel.Problem;
import vn.langso.kernel.ProblemException;
import vn.langso.kernel.Texts;
import vn.langso.shell.Caller;
import vn.langso.shell.Form;
import vn.langso.shell.Html;
import vn.langso.shell.Needs;
import vn.langso.shell.Page;
import vn.langso.shell.Pages;

/** Looking at, adding, editing, closing and removing one lane of a village with its fibre and coverage. */
@Controller
class LaneController {

    private final Infrastructure infrastructure;
    private final ThingPages things;
    private final Pages pages;

    LaneController(Infrastructure infrastructure, ThingPages things, Pages pages) {
        this.infrastructure = infrastructure;
        this.things = things;
        this.pages = pages;
    }

    @Needs(Infrastructure.READ)
    @GetMapping("/infrastructure/lanes/{id}")
    Html show(HttpServletRequest request, Caller caller, @PathVariable UUID id) {
        return show(request, caller, lane(id), Form.empty());
    }

    @Needs(Infrastructure.EDIT)
    @GetMapping("/places/{code}/infrastructure/lanes/new")
    Html fresh(HttpServletRequest request, Caller caller, @PathVariable String code) {
        UUID village = things.villageOf(code);
        caller.require(Infrastructure.EDIT, village);
        return form(request, village, null, Form.empty(), List.of());
    }

    @Needs(Infrastructure.EDIT)
    @PostMapping("/places/{code}/infrastructure/lanes")
    View add(HttpServletRequest request, HttpServletResponse response, Caller caller, @PathVariable String code) {
        UUID village = things.villageOf(code);
        caller.require(Infrastructure.EDIT, village);
        Form sent = Form.sent(request);
        try {
            LaneDetails details = input(sent).read();
            infrastructure.addLane(caller, village, details);
            return done(response, village, "infrastructure.note.added", details.name());
        } catch (ProblemException refused) {
            return refused(request, village, null, sent, refused);
        }
    }

    @Needs(Infrastructure.EDIT)
    @GetMapping("/infrastructure/lanes/{id}/edit")
    Html edit(HttpServletRequest request, Caller caller, @PathVariable UUID id) {
        Lane lane = lane(id);
        caller.require(Infrastructure.EDIT, lane.placeId());
        return form(request, lane.placeId(), lane, filled(lane), List.of());
    }

    @Needs(Infrastructure.EDIT)
    @PostMapping("/infrastructure/lanes/{id}")
    View change(HttpServletRequest request, HttpServletResponse response, Caller caller, @PathVariable UUID id) {
        Lane lane = lane(id);
        caller.require(Infrastructure.EDIT, lane.placeId());
        Form sent = Form.sent(request);
        try {
            LaneDetails details = input(sent).read();
            infrastructure.changeLane(caller, id, ThingPages.version(sent), details);
            return done(response, lane.placeId(), "infrastructure.note.changed", details.name());
        } catch (ProblemException refused) {
            return refused(request, lane.placeId(), lane, sent, refused);
        }
    }

    @Needs(Infrastructure.EDIT)
    @PostMapping("/infrastructure/lanes/{id}/close")
    View close(HttpServletRequest request, HttpServletResponse response, Caller caller, @PathVariable UUID id) {
        Lane lane = lane(id);
        caller.require(Infrastructure.EDIT, lane.placeId());
        Form sent = Form.sent(request);
        InputReader reader = new InputReader();
        try {
            LocalDate lastDay = reader.date("until", ThingPages.day(sent, "until"));
            reader.refuse();
            infrastructure.closeLane(caller, id, ThingPages.version(sent), lastDay);
            return done(
                    response,
                    lane.placeId(),
                    "infrastructure.note.closed",
                    lane.details().name());
        } catch (ProblemException refused) {
            return show(request, caller, lane, sent.with(refused.problems()))
                    .status(refused.problems().getFirst().code().kind().status());
        }
    }

    @Needs(Infrastructure.EDIT)
    @PostMapping("/infrastructure/lanes/{id}/remove")
    View remove(HttpServletRequest request, HttpServletResponse response, Caller caller, @PathVariable UUID id) {
        Lane lane = lane(id);
        infrastructure.removeLane(caller, id, ThingPages.version(Form.sent(request)));
        return done(
                response,
                lane.placeId(),
                "infrastructure.note.removed",
                lane.details().name());
    }

    private Lane lane(UUID id) {
        return infrastructure
                .findLane(id)
                .orElseThrow(() -> Problem.of(InfrastructureProblem.UNKNOWN).asException());
    }

    private static LaneInput input(Form sent) {
        return new LaneInput(
                sent.value("name"),
                sent.value("lengthM"),
                ThingPages.day(sent, "since"),
                ThingPages.day(sent, "until"),
                sent.value("source"),
                ThingPages.services(sent));
    }

    private static Form filled(Lane lane) {
        LaneDetails details = lane.details();
        Map<String, String> values = new HashMap<>();
        values.put("name", details.name());
        values.put("lengthM", InputReader.text(LaneInput.of(details).lengthM()));
        values.put("source", details.source());
        Form form = Form.of(values).with("since", details.since()).with("until", details.until());
        return ThingPages.withServices(
                form, details.services().stream().map(InputReader.Offer::of).toList());
    }

    private Html refused(
            HttpServletRequest request, UUID village, @Nullable Lane lane, Form sent, ProblemException refused) {
        Form again = sent.with(refused.problems());
        List<Fact> stored = new ArrayList<>();
        Problem first = refused.problems().getFirst();
        if (lane != null && first.code() == InfrastructureProblem.CHANGED_MEANWHILE) {
            Texts t = pages.texts(request);
            stored.addAll(ThingPages.facts(t, lane.details()));
        }
        return form(request, village, lane, again, stored)
                .status(first.code().kind().status());
    }

    private Html form(HttpServletRequest request, UUID village, @Nullable Lane lane, Form form, List<Fact> stored) {
        Texts t = pages.texts(request);
        String code = things.codeOf(village);
        List<InputReader.Offer> services = ThingPages.services(form);
        String title = lane == null ? "infrastructure.form.add-lane" : "infrastructure.form.edit-lane";
        Page frame = pages.page(request, OverviewController.NAV, title);
        return Html.of(
                "infrastructure/laneForm.jte",
                new FormView(
                        form.isRefused() ? frame.failed() : frame,
                        things.crumbs(t, village),
                        t.say(title),
                        lane == null
                                ? "/places/" + code + "/infrastructure/lanes"
                                : "/infrastructure/lanes/" + lane.id(),
                        lane == null ? "/places/" + code + "/infrastructure" : "/infrastructure/lanes/" + lane.id(),
                        ThingPages.withServices(form, services),
                        Map.of(),
                        ThingPages.technologies(t, true),
                        ThingPages.rows(services),
                        lane == null ? 0 : lane.version(),
                        stored));
    }

    private Html show(HttpServletRequest request, Caller caller, Lane lane, Form close) {
        Texts t = pages.texts(request);
        boolean mayEdit = things.mayEdit(caller, lane.placeId());
        return Html.of(
                "infrastructure/show.jte",
                new ShowView(
                        pages.page(
                                request,
                                OverviewController.NAV,
                                "infrastructure.show.page-title",
                                lane.details().name()),
                        things.crumbs(t, lane.placeId()),
                        lane.details().name(),
                        ThingPages.facts(t, lane.details()),
                        ThingPages.services(t, lane.details().services()),
                        "/infrastructure/lanes/" + lane.id(),
                        lane.version(),
                        mayEdit,
                        lane.details().until() != null,
                        close,
                        mayEdit ? things.history(t, "lane", lane.id()) : List.of()));
    }

    private RedirectView done(HttpServletResponse response, UUID village, String note, String name) {
        pages.note(response, note, name);
        RedirectView view = new RedirectView("/places/" + things.codeOf(village) + "/infrastructure");
        view.setStatusCode(org.springframework.http.HttpStatus.SEE_OTHER);
        view.setExposeModelAttributes(false);
        return view;
    }
}
