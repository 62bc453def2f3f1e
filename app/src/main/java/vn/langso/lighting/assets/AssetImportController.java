package vn.langso.lighting.assets;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.servlet.MultipartConfigElement;
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

import vn.langso.kernel.Problem;
import vn.langso.kernel.ProblemException;
import vn.langso.kernel.Texts;
import vn.langso.lighting.LightingAssets;
import vn.langso.lighting.LightingProblem;
import vn.langso.places.Place;
import vn.langso.sheets.SheetSource;
import vn.langso.sheets.SheetWriter;
import vn.langso.shell.Caller;
import vn.langso.shell.Form;
import vn.langso.shell.Html;
import vn.langso.shell.Needs;
import vn.langso.shell.Page;
import vn.langso.shell.Pages;

/** A sheet of lamps: the empty one, sending, looking at every row, recording, taking back. */
@Controller
class AssetImportController {

    private static final int LONGEST_NAME = 200;

    private final AssetImports imports;
    private final RegisterPages register;
    private final Pages pages;
    private final Path aside;

    AssetImportController(AssetImports imports, RegisterPages register, Pages pages, MultipartConfigElement multipart) {
        this.imports = imports;
        this.register = register;
        this.pages = pages;
        this.aside = Path.of(multipart.getLocation());
    }

    record StartView(Page page, Map<String, String> crumbs, Place village, Form form, List<AssetImport> latest) {}

    record Wrong(int number, String lamp, List<String> says) {}

    record PreviewView(
            Page page, Map<String, String> crumbs, AssetImports.Preview preview, List<Wrong> wrong, Form form) {}

    @Needs(LightingAssets.EDIT)
    @GetMapping("/places/{code}/lighting/import")
    Html start(HttpServletRequest request, Caller caller, @PathVariable String code) {
        return start(request, caller, register.village(code), Form.empty());
    }

    @Needs(LightingAssets.EDIT)
    @PostMapping("/places/{code}/lighting/import")
    View send(
            HttpServletRequest request,
            Caller caller,
            @PathVariable String code,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file)
            throws IOException {
        Place village = register.village(code);
        caller.require(LightingAssets.EDIT, village.id());
        if (file == null || file.isEmpty()) {
            List<Problem> missing = List.of(Problem.at("file", LightingProblem.NEEDED));
            return start(request, caller, village, Form.empty().with(missing)).status(422);
        }
        Path seen = Files.createTempFile(aside, "lamps", ".upload");
        try {
            file.transferTo(seen);
            String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
            UUID id = imports.send(
                    caller,
                    village.id(),
                    name.substring(0, Math.min(name.length(), LONGEST_NAME)),
                    SheetSource.of(seen),
                    pages.texts(request));
            return RegisterPages.to("/lighting/imports/" + id);
        } catch (ProblemException refused) {
            return start(request, caller, village, Form.empty().with(refused.problems()))
                    .status(refused.problems().getFirst().code().kind().status());
        } finally {
            Files.deleteIfExists(seen);
        }
    }

    @Needs(LightingAssets.EDIT)
    @GetMapping("/lighting/imports/{id}")
    Html show(HttpServletRequest request, Caller caller, @PathVariable UUID id) {
        return show(request, caller, id, Form.empty());
    }

    @Needs(LightingAssets.EDIT)
    @PostMapping("/lighting/imports/{id}/commit")
    View commit(HttpServletRequest request, HttpServletResponse response, Caller caller, @PathVariable UUID id) {
        return moved(request, response, caller, id, true);
    }

    @Needs(LightingAssets.EDIT)
    @PostMapping("/lighting/imports/{id}/undo")
    View undo(HttpServletRequest request, HttpServletResponse response, Caller caller, @PathVariable UUID id) {
        return moved(request, response, caller, id, false);
    }

    @Needs(LightingAssets.EDIT)
    @GetMapping("/lighting/imports/template.{kind:xlsx|csv}")
    void template(HttpServletRequest request, HttpServletResponse response, @PathVariable String kind)
            throws IOException {
        Texts t = pages.texts(request);
        boolean csv = kind.equals("csv");
        response.setContentType(
                csv ? "text/csv;charset=UTF-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(t.say("lighting.assets.template.name") + "." + kind, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        String title = t.say("lighting.assets.template.sheet");
        try (SheetWriter sheet = csv
                ? SheetWriter.csv(response.getOutputStream())
                : SheetWriter.xlsx(response.getOutputStream(), title)) {
            sheet.row(Arrays.stream(AssetColumn.values())
                    .map(column -> t.say(column.labelKey()))
                    .toList());
        }
    }

    private View moved(
            HttpServletRequest request, HttpServletResponse response, Caller caller, UUID id, boolean forward) {
        try {
            if (forward) {
                imports.commit(caller, id);
            } else {
                imports.undo(caller, id);
            }
        } catch (ProblemException refused) {
            if (refused.problems().getFirst().field() == null
                    && refused.problems().getFirst().code() instanceof LightingProblem problem
                    && problem != LightingProblem.UNKNOWN) {
                return show(request, caller, id, Form.empty().with(refused.problems()))
                        .status(problem.kind().status());
            }
            throw refused;
        }
        pages.note(response, forward ? "lighting.assets.note.recorded" : "lighting.assets.note.undone");
        return RegisterPages.to("/lighting/imports/" + id);
    }

    private Html start(HttpServletRequest request, Caller caller, Place village, Form form) {
        List<AssetImport> latest = imports.latest(caller, village.id());
        Texts t = pages.texts(request);
        Page page = pages.page(request, RegisterPages.NAV, "lighting.assets.import.page-title", village.fullName());
        return Html.of(
                "lighting/assets/start.jte",
                new StartView(
                        form.isRefused() ? page.failed() : page,
                        register.crumbs(t, village.id()),
                        village,
                        form,
                        latest));
    }

    private Html show(HttpServletRequest request, Caller caller, UUID id, Form form) {
        AssetImports.Preview preview = imports.preview(caller, id);
        Texts t = pages.texts(request);
        List<Wrong> wrong = preview.wrong().stream()
                .map(row -> new Wrong(
                        row.row().number(),
                        row.row().lamp(),
                        row.problems().stream().map(problem -> say(problem, t)).toList()))
                .toList();
        Page page = pages.page(
                request,
                RegisterPages.NAV,
                "lighting.assets.import.page-title",
                preview.found().fileName());
        return Html.of(
                "lighting/assets/preview.jte",
                new PreviewView(
                        form.isRefused() ? page.failed() : page,
                        register.crumbs(t, preview.found().placeId()),
                        preview,
                        wrong,
                        form));
    }

    private static String say(Problem problem, Texts t) {
        String field = problem.field();
        String message = Form.message(problem, t);
        return field == null ? message : t.say("lighting.assets.column." + field) + ": " + message;
    }
}
