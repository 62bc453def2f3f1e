package vn.langso.lighting.readings;

import java.util.List;

/** Who watches what cabinets report; a bean of it is all that it takes. */
public interface ObservationListener {

    /** A batch in the order of arrival, in the transaction that keeps it: what the listener writes is there with it or not at all. */
    void observed(List<Observation> batch);
}
