package vn.langso.lighting.cuts;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import vn.langso.kernel.Problem;
import vn.langso.kernel.ProblemException;
import vn.langso.kernel.Texts;
import vn.langso.places.Place;
import vn.langso.places.PlaceOnDay;
import vn.langso.places.PlaceTree;
import vn.langso.places.Places;
import vn.langso.shell.Caller;
import vn.langso.shell.Form;
import vn.langso.shell.Html;
import vn.langso.shell.Needs;
import vn.langso.shell.Page;
import vn.langso.shell.Pages;

/** The planned power cuts of a place: list, enter one, paste an announcement, end one. */
@Controller
class CutsController {

    private static final int PAGE_SIZE = 50;
    private static final Pattern TIME = Pattern.compile("(\\d{1,2})[:hH](\\d{2})");

    private final PlannedCuts cuts;
    private final Places places;
    private final Pages pages;
    private final InstantSource clock;

    CutsController(PlannedCuts cuts, Places places, Pages pages, InstantSource clock) {
        this.cuts = cuts;
        this.places = places;
        this.pages = pages;
        this.clock = clock;
    }

    record Row(
            String id, String from, String fromIso, String to, String place, String source, String note, State state) {}

    /** {@code running} may be ended. */
    record State(String color, String text, boolean running) {}

    record CutsView(
            Page page,
            String place,
            String placeCode,
            Map<String, String> crumbs,
            List<Row> rows,
            @Nullable String first,
            @Nullable String next,
            boolean mayEdit,
            Form form) {}

    @Needs(PlannedCuts.READ)
    @GetMapping("/lighting/cuts")
    Html list(
            Caller caller,
            HttpServletRequest request,
            @RequestParam @Nullable String place,
            @RequestParam @Nullable UUID after) {
        return list(caller, request, placeOf(caller, place), after, Form.empty());
    }

    @Needs(PlannedCuts.EDIT)
    @PostMapping("/lighting/cuts")
    View enter(Caller caller, HttpServletRequest request, HttpServletResponse response) {
        Form sent = Form.sent(request);
        Place place = placeOf(caller, sent.value("place"));
        caller.require(PlannedCuts.EDIT, place.id());
        try {
            NewCut cut = new NewCut(
                    place.id(), time(sent, "from"), time(sent, "to"), sent.value("source"), sent.value("note"));
            cuts.enter(caller, cut);
            pages.note(response, "cuts.note.entered");
            return Html.redirect("/lighting/cuts?place=" + place.code());
        } catch (ProblemException refused) {
            return refused(caller, request, place, sent, refused);
        }
    }

    @Needs(PlannedCuts.EDIT)
    @PostMapping("/lighting/cuts/import")
    View paste(Caller caller, HttpServletRequest request, HttpServletResponse response) {
        Form sent = Form.sent(request);
        Place place = placeOf(caller, sent.value("place"));
        caller.require(PlannedCuts.EDIT, place.id());
        try {
            List<NewCut> read = CutText.read(sent.value("text"), sent.value("textSource"), this::byWords);
            int entered = cuts.enterAll(caller, read);
            pages.note(response, "cuts.note.pasted", entered, read.size());
            return Html.redirect("/lighting/cuts?place=" + place.code());
        } catch (ProblemException refused) {
            return refused(caller, request, place, sent, refused);
        }
    }

    @Needs(PlannedCuts.EDIT)
    @PostMapping("/lighting/cuts/{id}/end")
    View end(Caller caller, HttpServletRequest request, HttpServletResponse response, @PathVariable UUID id) {
        cuts.end(caller, id);
        pages.note(response, "cuts.note.ended");
        String place = Form.sent(request).value("place");
        return Html.redirect("/lighting/cuts" + (place.matches("[0-9-]+") ? "?place=" + place : ""));
    }

    private Html refused(Caller caller, HttpServletRequest request, Place place, Form sent, ProblemException refused) {
        return list(caller, request, place, null, sent.with(refused.problems()))
                .status(refused.problems().getFirst().code().kind().status());
    }

    private Html list(Caller caller, HttpServletRequest request, Place place, @Nullable UUID after, Form form) {
        Page page = pages.page(request, "lighting.nav", "cuts.list.title");
        List<PlannedCut> found = cuts.list(caller, place.id(), after, PAGE_SIZE);
        String base = "/lighting/cuts?place=" + place.code();
        Map<String, String> crumbs = new LinkedHashMap<>();
        crumbs.put("/lighting/alarms?place=" + place.code(), page.t().say("cuts.list.alarms"));
        return Html.of(
                "lighting/cuts/list.jte",
                new CutsView(
                        form.isRefused() ? page.failed() : page,
                        place.inSentence(),
                        place.code(),
                        crumbs,
                        found.stream().map(cut -> row(page.t(), cut)).toList(),
                        after == null ? null : base,
                        found.size() < PAGE_SIZE
                                ? null
                                : base + "&after=" + found.getLast().id(),
                        caller.may(PlannedCuts.EDIT, place.id()),
                        form));
    }

    private Row row(Texts t, PlannedCut cut) {
        return new Row(
                cut.id().toString(),
                t.dateTime(cut.from()),
                cut.from().toString(),
                t.dateTime(cut.to()),
                places.tree().get(cut.placeId()).fullName(),
                cut.source(),
                cut.note(),
                state(t, cut));
    }

    private State state(Texts t, PlannedCut cut) {
        Instant now = clock.instant();
        if (cut.endedAt() != null) {
            return new State("neutral", t.say("cuts.state.ended"), false);
        }
        if (cut.to().toInstant().isBefore(now)) {
            return new State("neutral", t.say("cuts.state.over"), false);
        }
        return cut.from().toInstant().isAfter(now)
                ? new State("info", t.say("cuts.state.coming"), true)
                : new State("warning", t.say("cuts.state.now"), true);
    }

    /** A day in three boxes and a time of the day beside it. */
    private static Instant time(Form sent, String field) {
        LocalDate day = sent.date(field);
        Matcher time = TIME.matcher(sent.value(field + "-time"));
        if (day == null || !time.matches()) {
            throw Problem.at(field, CutProblem.TIME_UNREADABLE).asException();
        }
        try {
            return CutText.at(day, time.group(1), time.group(2));
        } catch (DateTimeException _) {
            throw Problem.at(field, CutProblem.TIME_UNREADABLE).asException();
        }
    }

    /** A place by its code, or by its name where only one bears it. */
    private Optional<UUID> byWords(String words) {
        PlaceTree tree = places.tree();
        Optional<Place> byCode = tree.byCode(words, null);
        if (byCode.isPresent()) {
            return byCode.map(Place::id);
        }
        List<Place> named = tree.search(words, null, 2);
        return named.size() == 1 ? Optional.of(named.getFirst().id()) : Optional.empty();
    }

    private Place placeOf(Caller caller, @Nullable String code) {
        UUID own = caller.placeId();
        if (code != null && !code.isBlank()) {
            return PlaceOnDay.of(places.tree(), code, null).place();
        }
        if (own == null) {
            throw Problem.at("place", CutProblem.PLACE_UNKNOWN).asException();
        }
        return places.tree().get(own);
    }
}
