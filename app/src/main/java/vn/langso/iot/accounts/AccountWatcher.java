package vn.langso.iot.accounts;

/** Hears of every account once it is known and whenever it has changed; after the commit, never two at a time. */
public interface AccountWatcher {

    void changed(Account account);
}
