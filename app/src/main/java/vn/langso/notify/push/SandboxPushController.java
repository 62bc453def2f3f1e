package vn.langso.notify.push;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import vn.langso.kernel.Texts;
import vn.langso.shell.Caller;
import vn.langso.shell.Html;
import vn.langso.shell.OpenToAll;
import vn.langso.shell.Page;
import vn.langso.shell.Pages;
import vn.langso.shell.SignedIn;

/** Shows what phones would have shown in the demo, and makes invented phones that answer in each way a push service can. */
@Controller
@ConditionalOnProperty(name = "langso.mode", havingValue = "demo")
class SandboxPushController {

    private final SandboxPush sandbox;
    private final Subscriptions subscriptions;
    private final Pages pages;

    SandboxPushController(SandboxPush sandbox, Subscriptions subscriptions, Pages pages) {
        this.sandbox = sandbox;
        this.subscriptions = subscriptions;
        this.pages = pages;
    }

    @OpenToAll
    @GetMapping("/demo/push")
    Html arrived(@Nullable Caller caller, HttpServletRequest request) {
        Page page = pages.page(request, "", "notify.sandbox.title");
        Texts t = page.t();
        List<Line> lines = sandbox.arrived().stream()
                .map(one -> new Line(
                        t.dateTime(one.at().atOffset(ZoneOffset.UTC)),
                        one.title(),
                        one.body(),
                        one.url(),
                        t.say("notify.urgency." + one.urgency()),
                        one.status()))
                .toList();
        List<String> triggers = Arrays.stream(SandboxPush.Trigger.values())
                .map(SandboxPush.Trigger::code)
                .toList();
        return Html.of("notify/push/sandbox.jte", new SandboxView(page, lines, triggers, caller != null));
    }

    @SignedIn
    @PostMapping("/demo/push")
    View addDevice(
            Caller caller,
            @RequestParam(defaultValue = "accepted") String answers,
            HttpServletRequest request,
            HttpServletResponse response) {
        Texts t = pages.texts(request);
        SandboxPush.Trigger trigger = SandboxPush.Trigger.of(answers);
        subscriptions.turnOn(
                caller,
                sandbox.offer(
                        trigger,
                        t.language(),
                        t.say("notify.sandbox.device", t.say("notify.sandbox.trigger." + trigger.code()))));
        pages.note(response, "notify.sandbox.added");
        return Html.redirect("/demo/push");
    }

    record SandboxView(Page page, List<Line> lines, List<String> triggers, boolean mayAdd) {}

    /** One message as the phone would have shown it. */
    record Line(String at, String title, String body, String url, String urgency, int status) {}
}
