package vn.langso.shell;

import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

import vn.langso.kernel.Texts;

/** What makes the pages an app on a phone: its description, and the page shown without a network. */
@Controller
class PwaController {

    /** The green of the band. */
    private static final String GREEN = "#24562A";

    private final Pages pages;
    private final Assets assets;

    PwaController(Pages pages, Assets assets) {
        this.pages = pages;
        this.assets = assets;
    }

    @OpenToAll
    @GetMapping("/manifest.webmanifest")
    ResponseEntity<Map<String, Object>> manifest(HttpServletRequest request) {
        Texts t = pages.texts(request);
        Map<String, Object> manifest = Map.of(
                "id",
                "/",
                "name",
                t.say("shell.brand.name"),
                "short_name",
                t.say("shell.brand.name"),
                "description",
                t.say("shell.brand.place"),
                "lang",
                t.language(),
                "start_url",
                "/",
                "display",
                "standalone",
                "theme_color",
                GREEN,
                "background_color",
                GREEN,
                "icons",
                icons());
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("application/manifest+json"))
                .cacheControl(CacheControl.noCache())
                .body(manifest);
    }

    /** Kept by the service worker for whoever uses the device: names nobody. */
    @OpenToAll
    @GetMapping("/offline")
    Html offline(HttpServletRequest request) {
        return Html.of("shell/offline.jte", new View(pages.forAnybody(request, "shell.offline.title")));
    }

    private List<Map<String, String>> icons() {
        return List.of(
                icon("icon-192.png", "192x192", "any"),
                icon("icon-512.png", "512x512", "any"),
                icon("icon-maskable-512.png", "512x512", "maskable"));
    }

    private Map<String, String> icon(String name, String sizes, String purpose) {
        return Map.of("src", assets.address(name), "sizes", sizes, "type", "image/png", "purpose", purpose);
    }

    record View(Page page) {}
}
