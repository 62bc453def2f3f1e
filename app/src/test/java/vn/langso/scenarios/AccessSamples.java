package vn.langso.scenarios;

import java.util.Map;

import vn.langso.places.Place;
import vn.langso.shell.Caller;

/**
 * Records that the rows of {@code access-matrix.csv} name, one implementation per module that needs some.
 *
 * <p>Found by itself on the class path below {@code vn.langso}; its constructor takes beans, like every component.
 */
public interface AccessSamples {

    /**
     * Makes a record in each of the two villages.
     *
     * @return what stands for the placeholders, "household.own" and "household.foreign" for example
     */
    Map<String, String> make(Caller program, Place own, Place foreign);
}
