package vn.langso.lighting.assets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

import vn.langso.kernel.Folding;
import vn.langso.kernel.Problem;
import vn.langso.kernel.ProblemException;
import vn.langso.kernel.Texts;
import vn.langso.lighting.Cabinet;
import vn.langso.lighting.LightingAssets;
import vn.langso.lighting.LightingEdits;
import vn.langso.lighting.LightingProblem;
import vn.langso.lighting.Spot;
import vn.langso.shell.Caller;
import vn.langso.shell.Form;
import vn.langso.shell.Html;
import vn.langso.shell.Needs;
import vn.langso.shell.Page;
import vn.langso.shell.Pages;

/** Correcting a cabinet: its name, the device that is built in, where it stands. */
@Controller
class CabinetController {

    private static final String DEVICE = "[a-z0-9][a-z0-9-]{2,39}";
    private static final int LONGEST_NAME = 120;

    private final LightingEdits edits;
    private final BuiltIn builtIn;
    private final RegisterPages register;
    private final Pages pages;

    CabinetController(LightingEdits edits, BuiltIn builtIn, RegisterPages register, Pages pages) {
        this.edits = edits;
        this.builtIn = builtIn;
        this.register = register;
        this.pages = pages;
    }

    record FormView(Page page, Map<String, String> crumbs, Cabinet cabinet, Form form) {}

    @Needs(LightingAssets.EDIT)
    @GetMapping("/lighting/cabinets/{id}/edit")
    Html edit(HttpServletRequest request, Caller caller, @PathVariable UUID id) {
        Cabinet found = edits.cabinet(caller, id);
        return form(request, found, filled(found));
    }

    @Needs(LightingAssets.EDIT)
    @PostMapping("/lighting/cabinets/{id}")
    View change(HttpServletRequest request, HttpServletResponse response, Caller caller, @PathVariable UUID id) {
        Cabinet found = edits.cabinet(caller, id);
        Form sent = Form.sent(request);
        try {
            edits.correct(caller, read(found, sent));
        } catch (ProblemException refused) {
            return form(request, found, sent.with(refused.problems()))
                    .status(refused.problems().getFirst().code().kind().status());
        }
        pages.note(response, "lighting.assets.note.cabinet-changed", found.code());
        return register.toRegister(found.placeId());
    }

    private Cabinet read(Cabinet found, Form sent) {
        AssetCells cells = new AssetCells(RegisterPages.cells(sent));
        Spot spot = cells.spot();
        List<Problem> problems = new ArrayList<>(cells.problems());
        String name = Folding.clean(sent.value("name"));
        if (name.isEmpty()) {
            problems.add(Problem.at("name", LightingProblem.NEEDED));
        } else if (name.length() > LONGEST_NAME) {
            problems.add(Problem.at("name", LightingProblem.NOT_UNDERSTOOD, name.substring(0, LONGEST_NAME)));
        }
        String device = sent.value("device");
        if (!device.isEmpty() && !device.matches(DEVICE)) {
            problems.add(Problem.at("device", LightingProblem.NOT_UNDERSTOOD, device));
        } else if (!device.isEmpty() && !device.equals(found.deviceId())) {
            problems.addAll(builtIn.check(device, found.placeId()));
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        return new Cabinet(
                found.id(),
                found.placeId(),
                found.code(),
                name,
                device.isEmpty() ? null : device,
                sent.chosen("controllers", "yes"),
                spot,
                found.since(),
                found.until(),
                RegisterPages.version(sent));
    }

    private Html form(HttpServletRequest request, Cabinet found, Form form) {
        Texts t = pages.texts(request);
        Page page = pages.page(request, RegisterPages.NAV, "lighting.assets.cabinet.page-title", found.code());
        return Html.of(
                "lighting/assets/cabinet.jte",
                new FormView(
                        form.isRefused() ? page.failed() : page, register.crumbs(t, found.placeId()), found, form));
    }

    private static Form filled(Cabinet cabinet) {
        Map<String, String> values = new HashMap<>();
        String device = cabinet.deviceId();
        values.put("name", cabinet.name());
        values.put("device", device == null ? "" : device);
        values.put("controllers", cabinet.lampControllers() ? "yes" : "no");
        RegisterPages.put(values, cabinet.spot());
        return Form.of(values);
    }
}
