/**
 * Uploaded files: kept sealed in the data folder under the hash of their content, described by one row each.
 *
 * <p>Owns the schema {@code files} and the folder {@code DATA/files}. Decides by content what a file is, never by its name. Knows nothing
 * of what a file is for: the module that keeps it names the permission that opens it.
 */
@ApplicationModule(
        displayName = "Files",
        allowedDependencies = {"kernel", "shell", "audit"})
@NullMarked
package vn.langso.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
