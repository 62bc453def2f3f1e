package vn.langso.shell;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The endpoint needs a role that holds this permission; whether it covers the place is checked in the facade. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {

    /** Name of the permission, a row of {@code access/permissions.csv}. */
    String value();
}
