package vn.langso.shell;

import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.langso.kernel.Texts;

/**
 * What the frame around a page needs; built by {@link Pages}, first member of every view record.
 *
 * @param title "what - where", without the product's name
 * @param current key of the navigation entry that is lit; may be empty
 * @param path path and query of this page, to come back to after a change of language
 * @param note result of the last action, shown once; null when there is none
 * @param unseen the bell; null where nobody is signed in
 */
public record Page(
        Texts t,
        String title,
        String current,
        String path,
        @Nullable Caller caller,
        String placeName,
        List<NavEntry> nav,
        Look look,
        String csrf,
        @Nullable String note,
        boolean demo,
        @Nullable Unseen unseen,
        Assets assets) {

    /** Colour scheme (auto, light, dark) and type size (sm, md, lg) that the reader chose. */
    public record Look(String scheme, String size) {}

    /** Number of notices not seen, and the topic under which a change of it is told. */
    public record Unseen(int count, String topic) {}

    /** This page after a refused form: its title starts with "Lỗi: ", so that it is heard first. */
    public Page failed() {
        String failed = t.say("shell.form.failed-title", title);
        return new Page(t, failed, current, path, caller, placeName, nav, look, csrf, note, demo, unseen, assets);
    }

    public String asset(String name) {
        return assets.address(name);
    }

    /** Address of an icon in the sprite. */
    public String icon(String name) {
        return assets.address("icons.svg") + "#" + name;
    }

    public boolean may(String permission) {
        return caller != null && caller.may(permission);
    }

    /** Officers' desktops are set smaller, people's phones larger; "lg" is the reader's own wish and wins. */
    public String size() {
        return look.size();
    }
}
