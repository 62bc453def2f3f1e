package vn.langso.approvals;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

import vn.langso.kernel.ProblemException;
import vn.langso.kernel.Texts;
import vn.langso.shell.Caller;
import vn.langso.shell.Form;
import vn.langso.shell.Html;
import vn.langso.shell.Page;
import vn.langso.shell.Pages;
import vn.langso.shell.PlaceNames;
import vn.langso.shell.SignedIn;

/** What waits for the reader's agreement, and what the reader asked for. */
@Controller
class ApprovalsController {

    private static final int PAGE_SIZE = 20;

    private final Approvals approvals;
    private final PlaceNames places;
    private final Pages pages;

    ApprovalsController(Approvals approvals, PlaceNames places, Pages pages) {
        this.approvals = approvals;
        this.places = places;
        this.pages = pages;
    }

    @SignedIn
    @GetMapping("/approvals")
    Html list(Caller caller, HttpServletRequest request, @RequestParam @Nullable UUID before) {
        return page(caller, request, before, new Refused(null, Form.empty()));
    }

    @SignedIn
    @PostMapping("/approvals/{id}/approve")
    View approve(Caller caller, @PathVariable UUID id, HttpServletResponse response) {
        approvals.approve(caller, id);
        pages.note(response, "approvals.list.approved");
        return Html.redirect("/approvals");
    }

    @SignedIn
    @PostMapping("/approvals/{id}/reject")
    View reject(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            approvals.reject(caller, id, reason);
        } catch (ProblemException e) {
            if (e.problems().getFirst().field() == null) {
                throw e;
            }
            Form sent = Form.sent(request).with(e.problems());
            return page(caller, request, null, new Refused(id, sent)).status(422);
        }
        pages.note(response, "approvals.list.rejected");
        return Html.redirect("/approvals");
    }

    @SignedIn
    @PostMapping("/approvals/{id}/withdraw")
    View withdraw(Caller caller, @PathVariable UUID id, HttpServletResponse response) {
        approvals.withdraw(caller, id);
        pages.note(response, "approvals.list.withdrawn");
        return Html.redirect("/approvals");
    }

    private Html page(Caller caller, HttpServletRequest request, @Nullable UUID before, Refused refused) {
        Page page = pages.page(request, "approvals.list.title", "approvals.list.title");
        List<Approval> asked = approvals.askedBy(caller, before, PAGE_SIZE);
        String next = asked.size() < PAGE_SIZE
                ? null
                : "/approvals?before=" + asked.getLast().id();
        return Html.of(
                "approvals/list.jte",
                new ListView(
                        refused.id() == null ? page : page.failed(),
                        approvals.open(caller).stream()
                                .map(approval -> row(approval, page.t()))
                                .toList(),
                        asked.stream().map(approval -> row(approval, page.t())).toList(),
                        refused,
                        before == null ? null : "/approvals",
                        next));
    }

    private Row row(Approval approval, Texts t) {
        return new Row(
                approval.id(),
                t.has(approval.summaryKey())
                        ? t.say(approval.summaryKey(), approval.args().toArray())
                        : approval.kind(),
                places.fullName(approval.placeId()),
                approval.requesterName(),
                approval.reason(),
                approval.requestedAt(),
                approval.expiresAt(),
                approval.state(),
                approval.closedByName(),
                approval.answer());
    }

    record ListView(
            Page page,
            List<Row> waiting,
            List<Row> asked,
            Refused refused,
            @Nullable String first,
            @Nullable String next) {

        Form form(UUID id) {
            return id.equals(refused.id()) ? refused.form() : Form.empty();
        }
    }

    /** The rejection that lacked its reason; the id is null when there is none. */
    record Refused(@Nullable UUID id, Form form) {}

    /** One request in the reader's words. */
    record Row(
            UUID id,
            String summary,
            String place,
            String requester,
            String reason,
            OffsetDateTime requestedAt,
            OffsetDateTime expiresAt,
            ApprovalState state,
            @Nullable String closedBy,
            @Nullable String answer) {

        boolean isWaiting() {
            return state == ApprovalState.WAITING;
        }

        String icon() {
            return switch (state) {
                case WAITING -> "hourglass-medium";
                case GRANTED -> "check-circle-fill";
                case REJECTED -> "x-circle-fill";
                case WITHDRAWN -> "arrow-counter-clockwise";
                case EXPIRED -> "clock";
            };
        }

        String color() {
            return state == ApprovalState.GRANTED ? "success" : isWaiting() ? "gold" : "neutral";
        }
    }
}
