package vn.langso.lighting.alarms;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

import vn.langso.files.FileKind;
import vn.langso.files.StoredFiles;
import vn.langso.files.Upload;
import vn.langso.kernel.Problem;
import vn.langso.kernel.ProblemException;
import vn.langso.kernel.Texts;
import vn.langso.places.Place;
import vn.langso.places.PlaceOnDay;
import vn.langso.places.Places;
import vn.langso.sheets.SheetWriter;
import vn.langso.shell.Caller;
import vn.langso.shell.Form;
import vn.langso.shell.Html;
import vn.langso.shell.Needs;
import vn.langso.shell.Page;
import vn.langso.shell.Pages;

/** The list of alarms, one alarm, and the answers to it. */
@Controller
class AlarmsController {

    static final String NAV = "lighting.nav";

    private static final int PAGE_SIZE = 50;
    private static final Set<FileKind> PHOTOS = Set.of(FileKind.JPEG, FileKind.PNG, FileKind.WEBP);

    private final Alarms alarms;
    private final AlarmPages view;
    private final StoredFiles files;
    private final Places places;
    private final Pages pages;

    AlarmsController(Alarms alarms, AlarmPages view, StoredFiles files, Places places, Pages pages) {
        this.alarms = alarms;
        this.view = view;
        this.files = files;
        this.places = places;
        this.pages = pages;
    }

    @Needs(Alarms.READ)
    @GetMapping("/lighting/alarms")
    Html list(
            Caller caller,
            HttpServletRequest request,
            @RequestParam @Nullable String place,
            @RequestParam(defaultValue = "all") String filter,
            @RequestParam @Nullable UUID after) {
        Place asked = placeOf(caller, place);
        AlarmFilter chosen = filterOf(filter);
        Page page = pages.page(request, NAV, "alarms.list.title");
        Texts t = page.t();
        List<Alarm> found = alarms.list(caller, asked.id(), chosen, after, PAGE_SIZE);
        String base = "/lighting/alarms?place=" + asked.code() + "&filter=" + chosen.code();
        String next = found.size() < PAGE_SIZE
                ? null
                : base + "&after=" + found.getLast().id();
        Map<String, String> filters = new LinkedHashMap<>();
        for (AlarmFilter one : AlarmFilter.values()) {
            filters.put(one.code(), t.say("alarms.filter." + one.code()));
        }
        return Html.of(
                "lighting/alarms/list.jte",
                new AlarmPages.ListView(
                        page,
                        asked.inSentence(),
                        asked.code(),
                        "lighting." + asked.id(),
                        filters,
                        chosen.code(),
                        found.stream().map(alarm -> view.row(t, alarm)).toList(),
                        after == null ? null : base,
                        next));
    }

    /** All that the filter shows, streamed, the newest first; {@code after} goes on behind a row. */
    @Needs(Alarms.READ)
    @GetMapping("/lighting/alarms.csv")
    void export(
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam @Nullable String place,
            @RequestParam(defaultValue = "all") String filter,
            @RequestParam @Nullable UUID after)
            throws IOException {
        Place asked = placeOf(caller, place);
        AlarmFilter chosen = filterOf(filter);
        // Before the first byte: a sheet that has begun can no longer be refused.
        caller.require(Alarms.READ, asked.id());
        Texts t = pages.texts(request);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(t.say("alarms.export.file") + ".csv", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        try (SheetWriter sheet = after == null
                ? SheetWriter.csv(response.getOutputStream())
                : SheetWriter.csvRest(response.getOutputStream())) {
            if (after == null) {
                sheet.row(List.of(
                        t.say("alarms.column.id"),
                        t.say("alarms.column.when"),
                        t.say("alarms.column.village"),
                        t.say("alarms.column.where"),
                        t.say("alarms.column.what"),
                        t.say("alarms.column.lamps"),
                        t.say("alarms.column.state"),
                        t.say("alarms.column.handled")));
            }
            UUID last = after;
            List<Alarm> part;
            do {
                part = alarms.list(caller, asked.id(), chosen, last, PAGE_SIZE * 10);
                for (Alarm alarm : part) {
                    AlarmPages.Row row = view.row(t, alarm);
                    sheet.row(List.of(
                            row.id(),
                            row.when(),
                            row.village(),
                            row.label(),
                            row.title(),
                            String.join(" ", alarm.lamps()),
                            row.state().text(),
                            row.handled()));
                    last = alarm.id();
                }
            } while (part.size() == PAGE_SIZE * 10);
        }
    }

    @Needs(Alarms.READ)
    @GetMapping("/lighting/alarms/{id}")
    Html show(Caller caller, HttpServletRequest request, @PathVariable UUID id) {
        return show(caller, request, alarms.get(caller, id), Form.empty());
    }

    @Needs(Alarms.ANSWER)
    @PostMapping("/lighting/alarms/{id}/answers")
    View answer(
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable UUID id,
            @RequestParam(name = "photo", required = false) @Nullable MultipartFile photo)
            throws IOException {
        Alarm alarm = alarms.get(caller, id);
        caller.require(Alarms.ANSWER, alarm.placeId());
        Form sent = Form.sent(request);
        try {
            Answer answer = Answer.ofCode(sent.value("answer"))
                    .orElseThrow(() -> Problem.of(AlarmProblem.ANSWER_UNKNOWN).asException());
            alarms.answer(caller, id, answer, sent.value("note"), kept(caller, alarm, photo));
            pages.note(response, "alarms.note." + answer.code());
            return Html.redirect("/lighting/alarms/" + id);
        } catch (ProblemException refused) {
            return show(caller, request, alarm, sent.with(refused.problems()))
                    .status(refused.problems().getFirst().code().kind().status());
        }
    }

    private @Nullable UUID kept(Caller caller, Alarm alarm, @Nullable MultipartFile photo) throws IOException {
        if (photo == null || photo.isEmpty()) {
            return null;
        }
        String name = photo.getOriginalFilename() == null ? "" : photo.getOriginalFilename();
        try (InputStream content = photo.getInputStream()) {
            return files.keep(caller, new Upload(name, alarm.placeId(), Alarms.READ, PHOTOS, content))
                    .id();
        }
    }

    private Html show(Caller caller, HttpServletRequest request, Alarm alarm, Form form) {
        Page page = pages.page(request, NAV, "alarms.show.title", alarm.label());
        Page shown = form.isRefused() ? page.failed() : page;
        return Html.of("lighting/alarms/show.jte", view.show(shown, caller, alarm, alarms.answers(alarm.id()), form));
    }

    static AlarmFilter filterOf(String code) {
        return AlarmFilter.ofCode(code)
                .orElseThrow(() ->
                        Problem.at("filter", AlarmProblem.FILTER_UNKNOWN, code).asException());
    }

    /** A place by code; the caller's own without one. */
    private Place placeOf(Caller caller, @Nullable String code) {
        UUID own = caller.placeId();
        if (code != null && !code.isBlank()) {
            return PlaceOnDay.of(places.tree(), code, null).place();
        }
        if (own == null) {
            throw Problem.of(AlarmProblem.UNKNOWN).asException();
        }
        return places.tree().get(own);
    }
}
