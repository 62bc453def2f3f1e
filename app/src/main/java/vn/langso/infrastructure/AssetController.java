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
import org.springframework.web.bind.annotation.RequestParam;
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

/** Looking at, adding, editing, closing and removing one thing of a village, a lane among them. */
@Controller
class AssetController {

    private final Infrastructure infrastructure;
    private final ThingPages things;
    private final Pages pages;

    AssetController(Infrastructure infrastructure, ThingPages things, Pages pages) {
        this.infrastructure = infrastructure;
        this.things = things;
        this.pages = pages;
    }

    @Needs(Infrastructure.READ)
    @GetMapping("/infrastructure/assets/{id}")
    Html show(HttpServletRequest request, Caller caller, @PathVariable UUID id) {
        return show(request, caller, asset(caller, id), Form.empty());
    }

    @Needs(Infrastructure.EDIT)
    @GetMapping("/places/{code}/infrastructure/assets/new")
    Html fresh(
            HttpServletRequest request, Caller caller, @PathVariable String code, @RequestParam @Nullable String kind) {
        UUID village = things.villageOf(code);
        caller.require(Infrastructure.EDIT, village);
        Form form = kind == null ? Form.empty() : Form.of(Map.of("kind", kind));
        return form(request, village, null, form, List.of());
    }

    @Needs(Infrastructure.EDIT)
    @PostMapping("/places/{code}/infrastructure/assets")
    View add(HttpServletRequest request, HttpServletResponse response, Caller caller, @PathVariable String code) {
        UUID village = things.villageOf(code);
        caller.require(Infrastructure.EDIT, village);
        Form sent = Form.sent(request);
        try {
            AssetDetails details = input(sent).read();
            infrastructure.addAsset(caller, village, details);
            return done(response, village, "infrastructure.note.added", details.name());
        } catch (ProblemException refused) {
            return refused(request, village, null, sent, refused);
        }
    }

    @Needs(Infrastructure.EDIT)
    @GetMapping("/infrastructure/assets/{id}/edit")
    Html edit(HttpServletRequest request, Caller caller, @PathVariable UUID id) {
        Asset asset = asset(caller, id);
        caller.require(Infrastructure.EDIT, asset.placeId());
        return form(request, asset.placeId(), asset, filled(asset), List.of());
    }

    @Needs(Infrastructure.EDIT)
    @PostMapping("/infrastructure/assets/{id}")
    View change(HttpServletRequest request, HttpServletResponse response, Caller caller, @PathVariable UUID id) {
        Asset asset = asset(caller, id);
        caller.require(Infrastructure.EDIT, asset.placeId());
        Form sent = Form.sent(request);
        try {
            AssetDetails details = input(sent).read();
            infrastructure.changeAsset(caller, id, ThingPages.version(sent), details);
            return done(response, asset.placeId(), "infrastructure.note.changed", details.name());
        } catch (ProblemException refused) {
            return refused(request, asset.placeId(), asset, sent, refused);
        }
    }

    @Needs(Infrastructure.EDIT)
    @PostMapping("/infrastructure/assets/{id}/close")
    View close(HttpServletRequest request, HttpServletResponse response, Caller caller, @PathVariable UUID id) {
        Asset asset = asset(caller, id);
        caller.require(Infrastructure.EDIT, asset.placeId());
        Form sent = Form.sent(request);
        InputReader reader = new InputReader();
        try {
            LocalDate lastDay = reader.date("until", ThingPages.day(sent, "until"));
            reader.refuse();
            infrastructure.closeAsset(caller, id, ThingPages.version(sent), lastDay);
            return done(
                    response,
                    asset.placeId(),
                    "infrastructure.note.closed",
                    asset.details().name());
        } catch (ProblemException refused) {
            return show(request, caller, asset, sent.with(refused.problems()))
                    .status(refused.problems().getFirst().code().kind().status());
        }
    }

    @Needs(Infrastructure.EDIT)
    @PostMapping("/infrastructure/assets/{id}/remove")
    View remove(HttpServletRequest request, HttpServletResponse response, Caller caller, @PathVariable UUID id) {
        Asset asset = asset(caller, id);
        infrastructure.removeAsset(caller, id, ThingPages.version(Form.sent(request)));
        return done(
                response,
                asset.placeId(),
                "infrastructure.note.removed",
                asset.details().name());
    }

    private Asset asset(Caller caller, UUID id) {
        return infrastructure
                .findAsset(caller, id)
                .orElseThrow(() -> Problem.of(InfrastructureProblem.UNKNOWN).asException());
    }

    private static AssetInput input(Form sent) {
        return new AssetInput(
                sent.value("kind"),
                sent.value("name"),
                sent.value("operator"),
                sent.value("location"),
                sent.value("latitude"),
                sent.value("longitude"),
                sent.value("lengthM"),
                ThingPages.day(sent, "since"),
                ThingPages.day(sent, "until"),
                sent.value("source"),
                ThingPages.services(sent));
    }

    private static Form filled(Asset asset) {
        AssetDetails details = asset.details();
        AssetInput input = AssetInput.of(details);
        Map<String, String> values = new HashMap<>();
        values.put("kind", details.kind().code());
        values.put("name", details.name());
        values.put("operator", InputReader.text(input.operator()));
        values.put("location", InputReader.text(input.location()));
        values.put("latitude", InputReader.text(input.latitude()));
        values.put("longitude", InputReader.text(input.longitude()));
        values.put("lengthM", InputReader.text(input.lengthM()));
        values.put("source", details.source());
        Form form = Form.of(values).with("since", details.since()).with("until", details.until());
        return ThingPages.withServices(
                form, details.services().stream().map(InputReader.Offer::of).toList());
    }

    private Html refused(
            HttpServletRequest request, UUID village, @Nullable Asset asset, Form sent, ProblemException refused) {
        Form again = sent.with(refused.problems());
        List<Fact> stored = new ArrayList<>();
        Problem first = refused.problems().getFirst();
        if (asset != null && first.code() == InfrastructureProblem.CHANGED_MEANWHILE) {
            Texts t = pages.texts(request);
            stored.addAll(ThingPages.facts(t, asset.details()));
        }
        return form(request, village, asset, again, stored)
                .status(first.code().kind().status());
    }

    private Html form(HttpServletRequest request, UUID village, @Nullable Asset asset, Form form, List<Fact> stored) {
        Texts t = pages.texts(request);
        String code = things.codeOf(village);
        List<InputReader.Offer> services = ThingPages.services(form);
        boolean lane = form.value("kind").equals(AssetKind.LANE.code());
        String title = "infrastructure.form." + (asset == null ? "add-" : "edit-") + (lane ? "lane" : "asset");
        Page frame = pages.page(request, OverviewController.NAV, title);
        return Html.of(
                "infrastructure/assetForm.jte",
                new FormView(
                        form.isRefused() ? frame.failed() : frame,
                        things.crumbs(t, village),
                        t.say(title),
                        asset == null
                                ? "/places/" + code + "/infrastructure/assets"
                                : "/infrastructure/assets/" + asset.id(),
                        asset == null ? "/places/" + code + "/infrastructure" : "/infrastructure/assets/" + asset.id(),
                        ThingPages.withServices(form, services),
                        lane,
                        ThingPages.kinds(t),
                        ThingPages.technologies(t, lane),
                        ThingPages.rows(services),
                        asset == null ? 0 : asset.version(),
                        stored));
    }

    private Html show(HttpServletRequest request, Caller caller, Asset asset, Form close) {
        Texts t = pages.texts(request);
        boolean mayEdit = things.mayEdit(caller, asset.placeId());
        return Html.of(
                "infrastructure/show.jte",
                new ShowView(
                        pages.page(
                                request,
                                OverviewController.NAV,
                                "infrastructure.show.page-title",
                                asset.details().name()),
                        things.crumbs(t, asset.placeId()),
                        asset.details().name(),
                        ThingPages.facts(t, asset.details()),
                        ThingPages.services(t, asset.details().services()),
                        "/infrastructure/assets/" + asset.id(),
                        asset.version(),
                        mayEdit,
                        asset.details().until() != null,
                        close,
                        mayEdit ? things.history(t, Infrastructure.subject(asset.details()), asset.id()) : List.of()));
    }

    private RedirectView done(HttpServletResponse response, UUID village, String note, String name) {
        pages.note(response, note, name);
        RedirectView view = new RedirectView("/places/" + things.codeOf(village) + "/infrastructure");
        view.setStatusCode(org.springframework.http.HttpStatus.SEE_OTHER);
        view.setExposeModelAttributes(false);
        return view;
    }
}
