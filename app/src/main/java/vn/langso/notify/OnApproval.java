package vn.langso.notify;

import java.util.List;
import java.util.UUID;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

import vn.langso.approvals.Approval;
import vn.langso.approvals.ApprovalAsked;
import vn.langso.approvals.ApprovalClosed;
import vn.langso.approvals.ApprovalGranted;
import vn.langso.approvals.ApprovalState;
import vn.langso.approvals.Approvals;

/** Tells those who may agree that somebody waits for them, and who asked what came of it. */
@Component
class OnApproval {

    private final Approvals approvals;
    private final Notices notices;

    OnApproval(Approvals approvals, Notices notices) {
        this.approvals = approvals;
        this.notices = notices;
    }

    @ApplicationModuleListener(id = "notify.on-approval-asked")
    void on(ApprovalAsked event) {
        Approval asked = approvals.get(event.id());
        Audience mayAgree = new Audience(event.permission(), event.placeId()).without(event.requesterId());
        post(key(event.id()), Urgency.WARNING, asked, "asked", mayAgree);
    }

    @ApplicationModuleListener(id = "notify.on-approval-granted")
    void on(ApprovalGranted event) {
        over(event.id(), event.requesterId(), "granted");
    }

    @ApplicationModuleListener(id = "notify.on-approval-closed")
    void on(ApprovalClosed event) {
        if (event.state() == ApprovalState.WITHDRAWN) {
            notices.settle(key(event.id()));
        } else {
            over(event.id(), event.requesterId(), event.state().code());
        }
    }

    private void over(UUID id, UUID requester, String how) {
        notices.settle(key(id));
        post(key(id) + "." + how, Urgency.NEWS, approvals.get(id), how, Audience.accounts(requester));
    }

    private void post(String key, Urgency urgency, Approval approval, String how, Audience audience) {
        notices.post(new NewNotice(
                key,
                urgency,
                approval.placeId(),
                "notify.approval." + how,
                List.of(approval.requesterName()),
                approval.summaryKey(),
                List.copyOf(approval.args()),
                "/approvals",
                audience,
                List.of()));
    }

    private static String key(UUID id) {
        return "approvals." + id;
    }
}
