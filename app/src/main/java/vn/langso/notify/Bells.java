package vn.langso.notify;

import java.util.UUID;

import org.springframework.stereotype.Component;

import vn.langso.shell.Bell;
import vn.langso.shell.Caller;
import vn.langso.shell.Live;

/** The number at the bell: one row by primary key for each page. */
@Component
class Bells implements Bell {

    private final NoticeStore store;
    private final Live live;

    Bells(NoticeStore store, Live live) {
        this.store = store;
        this.live = live;
    }

    @Override
    public int unseen(Caller caller) {
        return caller.isProgram() ? 0 : store.unseen(caller.accountId());
    }

    @Override
    public String topic(Caller caller) {
        return topic(caller.accountId());
    }

    /** Tells the account's open pages, once the caller's transaction has committed. */
    void changed(UUID accountId) {
        live.changed(topic(accountId));
    }

    private static String topic(UUID accountId) {
        return "notices." + accountId;
    }
}
