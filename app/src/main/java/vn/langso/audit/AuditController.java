package vn.langso.audit;

import java.util.List;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import vn.langso.kernel.Texts;
import vn.langso.shell.Caller;
import vn.langso.shell.Html;
import vn.langso.shell.NavEntry;
import vn.langso.shell.Needs;
import vn.langso.shell.Page;
import vn.langso.shell.Pages;

/** Who changed what in the places that the reader answers for, newest first. */
@Controller
class AuditController {

    private static final int PAGE_SIZE = 50;

    private final Audit audit;
    private final Pages pages;

    AuditController(Audit audit, Pages pages) {
        this.audit = audit;
        this.pages = pages;
    }

    @Needs(Audit.READ)
    @GetMapping("/audit")
    Html changes(Caller caller, HttpServletRequest request, @RequestParam @Nullable UUID before) {
        Page page = pages.page(request, "audit.nav", "audit.changes.title");
        Texts t = page.t();
        List<AuditEntry> entries = audit.changesIn(caller, before, PAGE_SIZE);
        List<Row> rows = entries.stream().map(entry -> Row.of(entry, t)).toList();
        String next = entries.size() < PAGE_SIZE
                ? null
                : "/audit?before=" + entries.getLast().id();
        return Html.of("audit/changes.jte", new View(page, rows, before == null ? null : "/audit", next));
    }

    @Configuration(proxyBeanMethods = false)
    static class Navigation {

        @Bean
        NavEntry auditNavigation() {
            return new NavEntry("audit.nav", "clock-counter-clockwise", "/audit", 900, Audit.READ);
        }
    }

    /** One change in the reader's words; {@code states} are JSON text. */
    record Row(
            String at,
            String actor,
            String role,
            String action,
            @Nullable String before,
            @Nullable String after) {

        static Row of(AuditEntry entry, Texts t) {
            String role =
                    entry.actorRole() == null ? t.say("audit.changes.program") : t.say("role." + entry.actorRole());
            String key = "audit.action." + entry.action();
            String action = t.has(key) ? t.say(key) : entry.action();
            return new Row(t.dateTime(entry.at()), entry.actorName(), role, action, entry.before(), entry.after());
        }
    }

    record View(
            Page page,
            List<Row> rows,
            @Nullable String first,
            @Nullable String next) {}
}
