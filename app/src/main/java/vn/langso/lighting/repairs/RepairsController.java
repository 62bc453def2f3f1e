package vn.langso.lighting.repairs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
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

/** The electrician's work list, one piece of work, and its steps. */
@Controller
class RepairsController {

    private static final int PAGE_SIZE = 50;
    private static final Set<FileKind> PHOTOS = Set.of(FileKind.JPEG, FileKind.PNG, FileKind.WEBP);

    private final Repairs repairs;
    private final RepairPages view;
    private final StoredFiles files;
    private final Places places;
    private final Pages pages;

    RepairsController(Repairs repairs, RepairPages view, StoredFiles files, Places places, Pages pages) {
        this.repairs = repairs;
        this.view = view;
        this.files = files;
        this.places = places;
        this.pages = pages;
    }

    @Needs(Repairs.READ)
    @GetMapping("/lighting/repairs")
    Html list(
            Caller caller,
            HttpServletRequest request,
            @RequestParam @Nullable String place,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam @Nullable UUID after) {
        Place asked = placeOf(caller, place);
        Page page = pages.page(request, "lighting.nav", "repairs.list.title");
        List<Repair> found = repairs.list(caller, asked.id(), all, after, PAGE_SIZE);
        String base = "/lighting/repairs?place=" + asked.code() + (all ? "&all=true" : "");
        return Html.of(
                "lighting/repairs/list.jte",
                new RepairPages.ListView(
                        page,
                        asked.inSentence(),
                        asked.code(),
                        "lighting." + asked.id(),
                        all,
                        found.stream().map(repair -> view.row(page.t(), repair)).toList(),
                        view.mended(page.t(), repairs.mended(asked.id())),
                        after == null ? null : base,
                        found.size() < PAGE_SIZE
                                ? null
                                : base + "&after=" + found.getLast().id()));
    }

    /** All work, streamed, the newest first; {@code after} goes on behind a row. */
    @Needs(Repairs.READ)
    @GetMapping("/lighting/repairs.csv")
    void export(
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam @Nullable String place,
            @RequestParam @Nullable UUID after)
            throws IOException {
        Place asked = placeOf(caller, place);
        // Before the first byte: a sheet that has begun can no longer be refused.
        caller.require(Repairs.READ, asked.id());
        Texts t = pages.texts(request);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(t.say("repairs.export.file") + ".csv", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        try (SheetWriter sheet = after == null
                ? SheetWriter.csv(response.getOutputStream())
                : SheetWriter.csvRest(response.getOutputStream())) {
            if (after == null) {
                sheet.row(view.heads(t));
            }
            UUID last = after;
            List<Repair> part;
            do {
                part = repairs.list(caller, asked.id(), true, last, PAGE_SIZE * 10);
                for (Repair repair : part) {
                    sheet.row(view.cells(t, repair));
                    last = repair.id();
                }
            } while (part.size() == PAGE_SIZE * 10);
        }
    }

    @Needs(Repairs.READ)
    @GetMapping("/lighting/repairs/{id}")
    Html show(Caller caller, HttpServletRequest request, @PathVariable UUID id) {
        return show(caller, request, repairs.get(caller, id), Form.empty());
    }

    @Needs(Repairs.WORK)
    @PostMapping("/lighting/repairs/{id}/take")
    View take(Caller caller, HttpServletResponse response, @PathVariable UUID id) {
        repairs.take(caller, id);
        return noted(response, id, "repairs.note.taken");
    }

    @Needs(Repairs.WORK)
    @PostMapping("/lighting/repairs/{id}/give-back")
    View giveBack(Caller caller, HttpServletResponse response, @PathVariable UUID id) {
        repairs.giveBack(caller, id);
        return noted(response, id, "repairs.note.given-back");
    }

    @Needs(Repairs.WORK)
    @PostMapping("/lighting/repairs/{id}/reopen")
    View reopen(Caller caller, HttpServletResponse response, @PathVariable UUID id) {
        repairs.reopen(caller, id);
        return noted(response, id, "repairs.note.reopened");
    }

    /** A photo alone is the one before; with {@code done} it is the one after. */
    @Needs(Repairs.WORK)
    @PostMapping("/lighting/repairs/{id}/done")
    View done(
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable UUID id,
            @RequestParam(name = "before", required = false) @Nullable MultipartFile before,
            @RequestParam(name = "photo", required = false) @Nullable MultipartFile photo)
            throws IOException {
        Repair repair = repairs.get(caller, id);
        caller.require(Repairs.WORK, repair.placeId());
        Form sent = Form.sent(request);
        try {
            if (sent.value("note").isEmpty()) {
                throw Problem.at("note", RepairProblem.NOTE_NEEDED).asException();
            }
            UUID first = kept(caller, repair, before);
            if (first != null) {
                repairs.photoBefore(caller, id, first);
            }
            repairs.done(caller, id, sent.value("parts"), sent.value("note"), kept(caller, repair, photo));
            return noted(response, id, "repairs.note.done");
        } catch (ProblemException refused) {
            return show(caller, request, repair, sent.with(refused.problems()))
                    .status(refused.problems().getFirst().code().kind().status());
        }
    }

    private View noted(HttpServletResponse response, UUID id, String note) {
        pages.note(response, note);
        return Html.redirect("/lighting/repairs/" + id);
    }

    private @Nullable UUID kept(Caller caller, Repair repair, @Nullable MultipartFile photo) throws IOException {
        if (photo == null || photo.isEmpty()) {
            return null;
        }
        String name = photo.getOriginalFilename() == null ? "" : photo.getOriginalFilename();
        try (InputStream content = photo.getInputStream()) {
            return files.keep(caller, new Upload(name, repair.placeId(), Repairs.READ, PHOTOS, content))
                    .id();
        }
    }

    private Html show(Caller caller, HttpServletRequest request, Repair repair, Form form) {
        Page page = pages.page(request, "lighting.nav", "repairs.show.title", repair.label());
        return Html.of(
                "lighting/repairs/show.jte", view.show(form.isRefused() ? page.failed() : page, caller, repair, form));
    }

    private Place placeOf(Caller caller, @Nullable String code) {
        UUID own = caller.placeId();
        if (code != null && !code.isBlank()) {
            return PlaceOnDay.of(places.tree(), code, null).place();
        }
        if (own == null) {
            throw Problem.of(RepairProblem.UNKNOWN).asException();
        }
        return places.tree().get(own);
    }
}
