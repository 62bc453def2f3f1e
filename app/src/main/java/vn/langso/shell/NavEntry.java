package vn.langso.shell;

import org.jspecify.annotations.Nullable;

/**
 * One line of the navigation, handed in by a module as a bean.
 *
 * @param key text key of its label, also its name as the current page
 * @param icon icon name, regular weight; the fill weight marks the current page
 * @param order smaller comes first; the first four also stand in the bar of a phone
 * @param permission shown to roles that hold it; null shows it to everybody who is signed in
 */
public record NavEntry(
        String key,
        String icon,
        String href,
        int order,
        @Nullable String permission) {}
