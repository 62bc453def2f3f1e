/**
 * Values that every module speaks in: ids, problems, roles, texts, folded names, sealed numbers.
 *
 * <p>Knows no Spring and no SQL, and stays below 15 types. A thing that one module owns does not belong here.
 */
@ApplicationModule(
        displayName = "Kernel",
        allowedDependencies = {})
@NullMarked
package vn.langso.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
