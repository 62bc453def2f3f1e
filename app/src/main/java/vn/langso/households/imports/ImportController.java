package vn.langso.households.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

import vn.langso.households.rows.ImportProblem;
import vn.langso.households.rows.Mapping;
import vn.langso.kernel.Problem;
import vn.langso.kernel.ProblemException;
import vn.langso.shell.Caller;
import vn.langso.shell.Form;
import vn.langso.shell.Html;
import vn.langso.shell.Needs;

/** The steps of an import as pages: upload, columns, preview, progress, result, undo. Each step has an address and may be left. */
@Controller
class ImportController {

    static final String START = "/households/import";

    private static final int LISTED = 20;
    private static final int EDITED_SHOWN = 20;

    /** A small sheet is done by then; afterwards the page asks once in a quarter of a minute. */
    private static final int SOON_SECONDS = 2;

    private static final int LATER_SECONDS = 15;

    private final Imports imports;
    private final ImportPages pages;
    private final Path aside;

    ImportController(Imports imports, ImportPages pages, MultipartConfigElement multipart) {
        this.imports = imports;
        this.pages = pages;
        this.aside = Path.of(multipart.getLocation());
    }

    @Needs(Imports.PERMISSION)
    @GetMapping(START)
    Html start(Caller caller, HttpServletRequest request, @RequestParam @Nullable UUID after) {
        return Html.of("households/imports/start.jte", startView(caller, request, after, Form.empty()));
    }

    @Needs(Imports.PERMISSION)
    @PostMapping(START)
    View upload(
            Caller caller,
            HttpServletRequest request,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file)
            throws IOException {
        if (file == null || file.isEmpty()) {
            Problem missing = Problem.at("file", ImportProblem.FILE_MISSING);
            return refused(caller, request, List.of(missing));
        }
        Path seen = Files.createTempFile(aside, "import", ".upload");
        try {
            file.transferTo(seen);
            String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
            return to(START + "/" + imports.upload(caller, name, seen));
        } catch (ProblemException e) {
            return refused(caller, request, e.problems());
        } finally {
            Files.deleteIfExists(seen);
        }
    }

    @Needs(Imports.PERMISSION)
    @GetMapping(START + "/{id}")
    Html show(
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean columns,
            @RequestParam(defaultValue = "false") boolean soon,
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "0") int after) {
        RegisterImport found = imports.get(caller, id);
        if (found.state().isGoingOn()) {
            response.setHeader("Refresh", (soon ? SOON_SECONDS : LATER_SECONDS) + "; url=" + START + "/" + id);
            return Html.of("households/imports/progress.jte", pages.progress(request, found));
        }
        boolean mapping = found.state() == ImportState.UPLOADED || found.state() == ImportState.FAILED || columns;
        if (mapping) {
            Mapping suggested = imports.suggested(found);
            Form form = pages.form(caller, suggested, found.asOf());
            return Html.of(
                    "households/imports/columns.jte",
                    pages.columns(caller, request, found, form, imports.isRemembered(found)));
        }
        if (found.state() == ImportState.PREVIEWED) {
            return Html.of(
                    "households/imports/preview.jte",
                    pages.preview(request, found, of, after, sameFile(caller, found)));
        }
        return Html.of("households/imports/result.jte", pages.result(request, found));
    }

    @Needs(Imports.PERMISSION)
    @PostMapping(START + "/{id}/columns")
    View chooseColumns(Caller caller, HttpServletRequest request, @PathVariable UUID id) {
        RegisterImport found = imports.get(caller, id);
        Form form = Form.sent(request);
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < found.heading().labels().size(); i++) {
            columns.add(form.value("column-" + i));
        }
        try {
            Mapping mapping = new Mapping(columns, villageOf(form));
            LocalDate asOf = form.date("asOf");
            if (asOf == null) {
                throw Problem.at("asOf", ImportProblem.DATE_WRONG).asException();
            }
            imports.read(caller, id, new Mapping.Choice(mapping, asOf));
            return to(START + "/" + id + "?soon=true");
        } catch (ProblemException e) {
            Form again = form.with(pages.readable(e.problems(), request));
            return Html.of("households/imports/columns.jte", pages.columns(caller, request, found, again, false))
                    .status(422);
        }
    }

    @Needs(Imports.PERMISSION)
    @PostMapping(START + "/{id}/commit")
    View commit(Caller caller, @PathVariable UUID id) {
        imports.commit(caller, id);
        return to(START + "/" + id + "?soon=true");
    }

    /** Says what will happen before it does. */
    @Needs(Imports.PERMISSION)
    @GetMapping(START + "/{id}/undo")
    Html askUndo(Caller caller, HttpServletRequest request, @PathVariable UUID id) {
        RegisterImport found = imports.get(caller, id);
        return Html.of(
                "households/imports/undo.jte",
                pages.undo(request, found, imports.editedSince(caller, id, EDITED_SHOWN)));
    }

    @Needs(Imports.PERMISSION)
    @PostMapping(START + "/{id}/undo")
    View undo(Caller caller, @PathVariable UUID id) {
        imports.undo(caller, id);
        return to(START + "/" + id + "?soon=true");
    }

    private Html refused(Caller caller, HttpServletRequest request, List<Problem> problems) {
        Form form = Form.empty().with(problems);
        return Html.of("households/imports/start.jte", startView(caller, request, null, form))
                .status(problems.getFirst().code().kind().status());
    }

    private ImportPages.StartView startView(
            Caller caller, HttpServletRequest request, @Nullable UUID after, Form form) {
        List<RegisterImport> latest = imports.latest(caller, after, LISTED);
        UUID next = latest.size() < LISTED ? null : latest.getLast().id();
        return pages.start(request, latest, next, form);
    }

    private boolean sameFile(Caller caller, RegisterImport found) {
        return imports.sameFile(caller, found).isPresent();
    }

    private static @Nullable UUID villageOf(Form form) {
        try {
            String value = form.value("village");
            return value.isEmpty() ? null : UUID.fromString(value);
        } catch (IllegalArgumentException e) {
            throw Problem.at("village", ImportProblem.VILLAGE_UNKNOWN, "").asException();
        }
    }

    private static RedirectView to(String address) {
        RedirectView redirect = new RedirectView(address);
        redirect.setStatusCode(org.springframework.http.HttpStatus.SEE_OTHER);
        return redirect;
    }
}
