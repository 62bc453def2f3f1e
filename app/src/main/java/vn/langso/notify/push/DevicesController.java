package vn.langso.notify.push;

import java.util.List;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import vn.langso.kernel.Texts;
import vn.langso.shell.Caller;
import vn.langso.shell.Html;
import vn.langso.shell.Page;
import vn.langso.shell.Pages;
import vn.langso.shell.SignedIn;

/** How one wants to be told: on the pages always, on each device as its owner likes. */
@Controller
class DevicesController {

    private static final String PAGE = "/notices/devices";

    private final Subscriptions subscriptions;
    private final Vapid vapid;
    private final Pages pages;

    DevicesController(Subscriptions subscriptions, Vapid vapid, Pages pages) {
        this.subscriptions = subscriptions;
        this.vapid = vapid;
        this.pages = pages;
    }

    @SignedIn
    @GetMapping(PAGE)
    Html devices(Caller caller, HttpServletRequest request) {
        Page page = pages.page(request, "notify.list.title", "notify.push.title");
        List<Line> lines = subscriptions.of(caller).stream()
                .map(one -> line(one, page.t()))
                .toList();
        return Html.of("notify/push/devices.jte", new DevicesView(page, vapid.publicKey(), lines));
    }

    /** Asked for by the page's script alone: only it can ask the browser. */
    @SignedIn
    @PostMapping(PAGE)
    View turnOn(
            Caller caller,
            @RequestParam(defaultValue = "") String endpoint,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String auth,
            HttpServletRequest request,
            HttpServletResponse response) {
        Texts t = pages.texts(request);
        subscriptions.turnOn(
                caller, new Subscriptions.Offer(endpoint, key, auth, t.language(), deviceName(request, t)));
        pages.note(response, "notify.push.turned-on");
        return Html.redirect(PAGE);
    }

    @SignedIn
    @PostMapping(PAGE + "/off")
    View turnOffThis(Caller caller, @RequestParam(defaultValue = "") String endpoint, HttpServletResponse response) {
        subscriptions.turnOff(caller, endpoint);
        pages.note(response, "notify.push.turned-off");
        return Html.redirect(PAGE);
    }

    @SignedIn
    @PostMapping(PAGE + "/{id}/off")
    View turnOff(Caller caller, @PathVariable UUID id, HttpServletResponse response) {
        subscriptions.turnOff(caller, id);
        pages.note(response, "notify.push.turned-off");
        return Html.redirect(PAGE);
    }

    private static Line line(Subscription one, Texts t) {
        return new Line(
                one.id(),
                one.device(),
                t.dateTime(one.createdAt()),
                one.reachedAt() == null
                        ? t.say("notify.push.never-reached")
                        : t.say("notify.push.reached", t.dateTime(one.reachedAt())));
    }

    /** A name by which somebody knows the device again; browsers say many things, of which two matter. */
    private static String deviceName(HttpServletRequest request, Texts t) {
        String agent = String.valueOf(request.getHeader("User-Agent"));
        String browser = agent.contains("Firefox/")
                ? "Firefox"
                : agent.contains("Edg/")
                        ? "Edge"
                        : agent.contains("Chrome/") ? "Chrome" : agent.contains("Safari/") ? "Safari" : "";
        String machine = agent.contains("Android")
                ? "Android"
                : agent.contains("iPhone") || agent.contains("iPad")
                        ? "iPhone, iPad"
                        : agent.contains("Windows") ? "Windows" : agent.contains("Mac OS") ? "Mac" : "";
        String name = (browser + " " + machine).strip();
        return name.isEmpty() ? t.say("notify.push.unknown-device") : name;
    }

    record DevicesView(Page page, String serverKey, List<Line> devices) {}

    /** One device in the reader's words. */
    record Line(UUID id, String device, String since, String reached) {}
}
