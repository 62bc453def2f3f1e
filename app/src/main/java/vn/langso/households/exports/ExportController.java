package vn.langso.households.exports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import vn.langso.households.search.HouseholdQuery;
import vn.langso.kernel.Problem;
import vn.langso.kernel.ProblemException;
import vn.langso.kernel.Texts;
import vn.langso.places.Place;
import vn.langso.places.Places;
import vn.langso.sheets.SheetWriter;
import vn.langso.shell.Caller;
import vn.langso.shell.Form;
import vn.langso.shell.Html;
import vn.langso.shell.Languages;
import vn.langso.shell.Needs;
import vn.langso.shell.Page;
import vn.langso.shell.Pages;

/** The export of the register: a page to choose, and the sheet itself. */
@Controller
class ExportController {

    private final Exports exports;
    private final Places places;
    private final Pages pages;
    private final Languages languages;

    ExportController(Exports exports, Places places, Pages pages, Languages languages) {
        this.exports = exports;
        this.places = places;
        this.pages = pages;
        this.languages = languages;
    }

    record View(
            Page page,
            String place,
            Map<String, String> villages,
            Map<String, String> filters,
            boolean whole,
            Form form) {}

    @Needs(Exports.PERMISSION)
    @GetMapping("/households/export")
    Html choose(Caller caller, HttpServletRequest request, @RequestParam @Nullable String place) {
        return Html.of(
                "households/exports/choose.jte", view(caller, request, placeOf(caller, place), Form.sent(request)));
    }

    @Needs(Exports.PERMISSION)
    @GetMapping("/households/export.{kind:csv|xlsx}")
    void masked(
            Caller caller,
            HttpServletResponse response,
            @PathVariable String kind,
            @RequestParam @Nullable String place,
            @RequestParam(defaultValue = "") String filter,
            @RequestParam(defaultValue = "") String after)
            throws IOException {
        send(caller, response, kind, new Exports.Question(placeOf(caller, place), known(filter), after, null));
    }

    /** With whole numbers: the reason is in the body, never in an address that logs keep. */
    @Needs(Exports.PERMISSION)
    @PostMapping("/households/export")
    @Nullable
    Html whole(Caller caller, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Form form = Form.sent(request);
        UUID place = placeOf(caller, form.value("place"));
        String reason = form.value("numbers").equals("whole") ? form.value("reason") : null;
        Exports.Question question =
                new Exports.Question(place, known(form.value("filter")), form.value("after"), reason);
        try {
            exports.begin(caller, question);
        } catch (ProblemException e) {
            return Html.of("households/exports/choose.jte", view(caller, request, place, form.with(e.problems())))
                    .status(e.problems().getFirst().code().kind().status());
        }
        send(caller, response, form.value("kind").equals("csv") ? "csv" : "xlsx", question);
        return null;
    }

    private void send(Caller caller, HttpServletResponse response, String kind, Exports.Question question)
            throws IOException {
        List<Place> villages = exports.villages(caller, question.placeId());
        Texts vietnamese = languages.of("vi");
        response.setContentType(
                kind.equals("csv")
                        ? "text/csv;charset=UTF-8"
                        : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(vietnamese.say("households.exports.file") + "." + kind, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        boolean rest = !question.after().isEmpty() && kind.equals("csv");
        try (SheetWriter sheet = kind.equals("xlsx")
                ? SheetWriter.xlsx(response.getOutputStream(), vietnamese.say("households.exports.sheet"))
                : rest
                        ? SheetWriter.csvRest(response.getOutputStream())
                        : SheetWriter.csv(response.getOutputStream())) {
            if (!rest) {
                sheet.row(ExportWords.COLUMNS.stream()
                        .map(code -> vietnamese.say("households.imports.column." + code))
                        .toList());
            }
            exports.write(caller, question, villages, sheet);
        }
    }

    private View view(Caller caller, HttpServletRequest request, UUID place, Form form) {
        Page page = pages.page(request, "households.nav", "households.exports.title");
        Map<String, String> villages = new LinkedHashMap<>();
        exports.villages(caller, place).forEach(village -> villages.put(village.code(), village.fullName()));
        Map<String, String> filters = new LinkedHashMap<>();
        for (HouseholdQuery.Filter filter : HouseholdQuery.Filter.values()) {
            filters.put(filter.code(), page.t().say("households.exports.filter." + filter.code()));
        }
        return new View(
                page, places.tree().get(place).fullName(), villages, filters, caller.may(Exports.SENSITIVE), form);
    }

    /** A place by code; the caller's own without one. */
    private UUID placeOf(Caller caller, @Nullable String code) {
        UUID own = caller.placeId();
        if (code != null && !code.isBlank()) {
            return places.tree()
                    .byCode(code, null)
                    .map(Place::id)
                    .orElseThrow(() ->
                            Problem.at("place", ExportProblem.PLACE_MISSING).asException());
        }
        if (own == null) {
            throw Problem.at("place", ExportProblem.PLACE_MISSING).asException();
        }
        return own;
    }

    private static String known(String filter) {
        return HouseholdQuery.Filter.ofCode(filter)
                .map(HouseholdQuery.Filter::code)
                .orElse("");
    }
}
