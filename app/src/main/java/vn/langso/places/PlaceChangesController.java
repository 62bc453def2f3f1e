package vn.langso.places;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

import vn.langso.kernel.Problem;
import vn.langso.kernel.ProblemException;
import vn.langso.kernel.Texts;
import vn.langso.shell.Caller;
import vn.langso.shell.Form;
import vn.langso.shell.Html;
import vn.langso.shell.Needs;
import vn.langso.shell.Page;
import vn.langso.shell.Pages;

/** Forms for changes of places: fill in, look at what would happen, do it; the list of what was done, to undo it. */
@Controller
class PlaceChangesController {

    private static final String NAV = "places.nav";
    private static final int MOST_SHOWN = 100;
    private static final Set<String> KINDS = Set.of("establish", "rename", "move", "end", "merge", "split");

    private final Places places;
    private final Pages pages;

    PlaceChangesController(Places places, Pages pages) {
        this.places = places;
        this.pages = pages;
    }

    record ChangesView(Page page, List<Operation> operations) {}

    /** How many places a plan ends, begins, puts under another place or renames. */
    record Counts(int ends, int begins, int relinked, int renamed) {

        static Counts of(PlaceTree tree, PlacePlan plan) {
            PlaceRecords opened = plan.opened();
            Set<UUID> begun = Set.copyOf(
                    opened.units().stream().map(PlaceRecords.Unit::id).toList());
            return new Counts(
                    (int) plan.closed().stream()
                            .filter(id -> tree.findNode(id).isPresent())
                            .count(),
                    begun.size(),
                    (int) opened.parents().stream()
                            .filter(parent -> !begun.contains(parent.placeId()))
                            .count(),
                    (int) opened.names().stream()
                            .filter(name -> !begun.contains(name.placeId()))
                            .count());
        }
    }

    record FormView(
            Page page,
            ChangeForm form,
            List<UnitType> types,
            List<Place> children,
            @Nullable PlacePlan plan,
            @Nullable Counts counts,
            Map<String, Long> records,
            long revision) {

        Map<String, String> crumbs() {
            Map<String, String> crumbs = new LinkedHashMap<>();
            crumbs.put("/places", page.t().say("places.list.title"));
            crumbs.put("/places/" + form.place().code(), form.place().fullName());
            return crumbs;
        }

        /** Codes and words of the types to choose from, the present one first. */
        Map<String, String> typeOptions() {
            Map<String, String> options = new LinkedHashMap<>();
            types.stream()
                    .filter(type -> type.code().equals(form.place().unitType()))
                    .forEach(type -> options.put(type.code(), type.word()));
            types.forEach(type -> options.put(type.code(), type.word()));
            return options;
        }

        /** The numbered new places of a split. */
        Map<String, String> heirOptions(Texts t) {
            Map<String, String> options = new LinkedHashMap<>();
            for (int i = 1; i <= ChangeForm.MOST_HEIRS; i++) {
                options.put(String.valueOf(i), t.say("places.change.heir", i));
            }
            return options;
        }

        String warn(Texts t, PlacePlan.Warning warning) {
            return t.say(warning.key(), warning.args().toArray());
        }
    }

    @GetMapping("/places/changes")
    @Needs(Places.PERMISSION)
    View list(HttpServletRequest request) {
        return Html.of(
                "places/changes.jte",
                new ChangesView(pages.page(request, NAV, "places.changes.title"), places.latestOperations(MOST_SHOWN)));
    }

    @PostMapping("/places/changes/{id}/undo")
    @Needs(Places.PERMISSION)
    View undo(@PathVariable UUID id, Caller caller, HttpServletResponse response) {
        places.undo(caller, id);
        pages.note(response, "places.changes.undone-note");
        return new RedirectView("/places/changes");
    }

    @GetMapping("/places/{code}/change/{kind}")
    @Needs(Places.PERMISSION)
    View form(@PathVariable String code, @PathVariable String kind, Caller caller, HttpServletRequest request) {
        return shown(request, formOf(caller, code, kind, request), List.of(), null)
                .status(200);
    }

    /** Shows the preview; with {@code step=confirm} and the revision of that preview it is done. */
    @PostMapping("/places/{code}/change/{kind}")
    @Needs(Places.PERMISSION)
    View submit(
            @PathVariable String code,
            @PathVariable String kind,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response) {
        ChangeForm form = formOf(caller, code, kind, request);
        PlaceTree tree = places.tree();
        try {
            PlaceChange change = form.change(tree);
            Decision decision = form.decision();
            if (form.form().value("step").equals("confirm")) {
                places.change(caller, change, decision, form.seenRevision());
                pages.note(response, "places.change.done");
                return new RedirectView("/places/changes");
            }
            PlacePlan plan = places.preview(caller, change, decision);
            return shown(request, form, plan.problems(), plan)
                    .status(plan.problems().isEmpty() ? 200 : 422);
        } catch (ProblemException e) {
            int status = e.problems().getFirst().code().kind().status();
            if (status == 403) {
                throw e;
            }
            return shown(request, form, e.problems(), null).status(status);
        }
    }

    private ChangeForm formOf(Caller caller, String code, String kind, HttpServletRequest request) {
        if (!KINDS.contains(kind)) {
            throw Problem.of(PlaceProblem.UNKNOWN, kind.length() > 12 ? "" : kind)
                    .asException();
        }
        Place place = PlaceQuestion.of(places.tree(), code, null).place();
        caller.require(Places.PERMISSION, place.id());
        return new ChangeForm(kind, place, Form.sent(request));
    }

    private Html shown(HttpServletRequest request, ChangeForm form, List<Problem> problems, @Nullable PlacePlan plan) {
        PlaceTree tree = places.tree();
        Place place = form.place();
        boolean possible = plan != null && plan.problems().isEmpty();
        Page page = pages.page(
                request,
                NAV,
                "places.change.title",
                pages.texts(request).say("places.change." + form.kind()),
                place.fullName());
        return Html.of(
                "places/change.jte",
                new FormView(
                        page,
                        form.with(problems),
                        UnitType.of(form.kind().equals("establish") ? PlaceKind.VILLAGE : place.kind()),
                        tree.children(place.id(), tree.today()),
                        possible ? plan : null,
                        possible && plan != null ? Counts.of(tree, plan) : null,
                        possible && plan != null ? places.recordsAt(plan.touched()) : Map.of(),
                        tree.revision()));
    }
}
