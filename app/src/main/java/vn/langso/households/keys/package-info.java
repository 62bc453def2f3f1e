/**
 * By what people are found and what stays sealed: searchable and sortable names, identity card and phone numbers, the register's key.
 *
 * <p>Knows texts only, neither households nor people. The key is outside the database; {@code key_check} of the schema {@code households}
 * tells whether it is the right one.
 */
@ApplicationModule(
        displayName = "Households: keys",
        allowedDependencies = {"kernel"})
@NullMarked
package vn.langso.households.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
