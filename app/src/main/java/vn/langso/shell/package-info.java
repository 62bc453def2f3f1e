/**
 * The frame of every page and answer: navigation, components, languages, access annotations, problems as pages or RFC 9457 documents.
 *
 * <p>Owns no data. Knows no business module: those hand in {@link vn.langso.shell.NavEntry} and {@link vn.langso.shell.HomeCard} beans.
 */
@ApplicationModule(
        displayName = "Shell",
        allowedDependencies = {"kernel"})
@NullMarked
package vn.langso.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
