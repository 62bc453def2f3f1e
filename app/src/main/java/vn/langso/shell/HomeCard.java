package vn.langso.shell;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/** A block that a module hands in for the home pages (resident, village head, commune desk). */
public interface HomeCard {

    /** Where on the page: what needs action comes first, tiles are small links with live state, the side stands at the right. */
    enum Slot {
        ACTION,
        TILE,
        MAIN,
        SIDE
    }

    Slot slot();

    /** Smaller comes first within its slot. */
    int order();

    /** The block for this reader of this page; null when it has nothing for them. */
    @Nullable
    Content content(Page page, Caller caller);
}
