package vn.langso.shell;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the description of the API cannot see in the signature of an endpoint. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ApiShape {

    /** The type of the answer's body, where the signature leaves it open. */
    Class<?> answer() default void.class;

    /** The media types that the answer may have. */
    String[] media() default "application/json";

    /** The type that a merge patch is laid over, where the method takes any JSON object. */
    Class<?> patched() default void.class;

    /** The answer carries an ETag and is 304 for who shows it again. */
    boolean etag() default false;
}
