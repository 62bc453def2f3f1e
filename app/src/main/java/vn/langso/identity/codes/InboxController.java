package vn.langso.identity.codes;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

import vn.langso.shell.Html;
import vn.langso.shell.OpenToAll;
import vn.langso.shell.Page;
import vn.langso.shell.Pages;

/** Shows the messages that the demo would have sent. */
@Controller
@ConditionalOnProperty(name = "langso.mode", havingValue = "demo")
class InboxController {

    private final SandboxInbox inbox;
    private final Pages pages;

    InboxController(SandboxInbox inbox, Pages pages) {
        this.inbox = inbox;
        this.pages = pages;
    }

    @OpenToAll
    @GetMapping("/demo/inbox")
    Html inbox(HttpServletRequest request) {
        return Html.of(
                "identity/codes/inbox.jte",
                new View(pages.page(request, "", "identity.inbox.title"), inbox.messages()));
    }

    record View(Page page, List<SandboxInbox.Message> messages) {}
}
