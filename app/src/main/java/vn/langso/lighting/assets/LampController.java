package vn.langso.lighting.assets;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

import vn.langso.kernel.ProblemException;
import vn.langso.kernel.Texts;
import vn.langso.lighting.Lamp;
import vn.langso.lighting.LampDetails;
import vn.langso.lighting.LightingAssets;
import vn.langso.lighting.LightingEdits;
import vn.langso.lighting.LightingEdits.HungLamp;
import vn.langso.shell.Caller;
import vn.langso.shell.Form;
import vn.langso.shell.Html;
import vn.langso.shell.Needs;
import vn.langso.shell.Page;
import vn.langso.shell.Pages;

/** Correcting a lamp, standing below it with the phone or at the desk, and recording that another hangs there now. */
@Controller
class LampController {

    private final LightingEdits edits;
    private final RegisterPages register;
    private final Pages pages;

    LampController(LightingEdits edits, RegisterPages register, Pages pages) {
        this.edits = edits;
        this.register = register;
        this.pages = pages;
    }

    record FormView(
            Page page, Map<String, String> crumbs, Lamp lamp, int version, Form form, Map<String, String> types) {}

    @Needs(LightingAssets.EDIT)
    @GetMapping("/lighting/lamps/{id}/edit")
    Html edit(HttpServletRequest request, Caller caller, @PathVariable UUID id) {
        HungLamp found = edits.lamp(caller, id);
        return form(request, found, filled(found.lamp()));
    }

    /** What is typed was always so, or begins on its day when another lamp was hung. */
    @Needs(LightingAssets.EDIT)
    @PostMapping("/lighting/lamps/{id}")
    View change(HttpServletRequest request, HttpServletResponse response, Caller caller, @PathVariable UUID id) {
        HungLamp found = edits.lamp(caller, id);
        Form sent = Form.sent(request);
        boolean another = sent.chosen("change", "another");
        try {
            AssetCells cells = new AssetCells(RegisterPages.cells(sent));
            LampDetails details = cells.details();
            if (!cells.problems().isEmpty()) {
                throw new ProblemException(cells.problems());
            }
            int version = RegisterPages.version(sent);
            if (another) {
                edits.replace(caller, id, version, details);
            } else {
                edits.correct(caller, id, version, details);
            }
        } catch (ProblemException refused) {
            return form(request, found, sent.with(refused.problems()))
                    .status(refused.problems().getFirst().code().kind().status());
        }
        pages.note(
                response,
                another ? "lighting.assets.note.replaced" : "lighting.assets.note.changed",
                found.lamp().code());
        return register.toRegister(found.cabinet().placeId());
    }

    private Html form(HttpServletRequest request, HungLamp found, Form form) {
        Texts t = pages.texts(request);
        Lamp lamp = found.lamp();
        Page page = pages.page(request, RegisterPages.NAV, "lighting.assets.lamp.page-title", lamp.code());
        return Html.of(
                "lighting/assets/lamp.jte",
                new FormView(
                        form.isRefused() ? page.failed() : page,
                        register.crumbs(t, found.cabinet().placeId()),
                        lamp,
                        found.version(),
                        form,
                        RegisterPages.types(t)));
    }

    private static Form filled(Lamp lamp) {
        Map<String, String> values = new HashMap<>();
        values.put(AssetColumn.TYPE.code(), lamp.type().code());
        values.put(AssetColumn.WATTS.code(), Integer.toString(lamp.watts()));
        values.put("change", "same");
        RegisterPages.put(values, lamp.spot());
        return Form.of(values)
                .with(AssetColumn.SINCE.code(), lamp.since())
                .with(AssetColumn.WARRANTY.code(), lamp.warrantyUntil());
    }
}
