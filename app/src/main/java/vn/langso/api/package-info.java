/**
 * The description of the API, made from the mapped endpoints: an OpenAPI 3.1 document, and a page to read it and try it.
 *
 * <p>Owns no data. Knows no business module: it reads the signatures of their endpoints.
 */
@ApplicationModule(
        displayName = "API description",
        allowedDependencies = {"kernel", "shell"})
@NullMarked
package vn.langso.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
