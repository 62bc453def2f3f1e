package vn.langso.shell;

/** How many notices the reader of a page has not seen; implemented by {@code notify}. */
public interface Bell {

    int unseen(Caller caller);

    /** Topic under which open pages are told that the number has changed. */
    String topic(Caller caller);
}
