package vn.langso.places;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

import vn.langso.shell.Caller;

/** Loads the official units before the first request is answered; costs one look at a small table when they are there. */
@Component
class ReferenceLoad implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(ReferenceLoad.class);

    private final Places places;

    ReferenceLoad(Places places) {
        this.places = places;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (places.loadReference(Caller.program("places.reference"))) {
            LOG.info("Administrative units loaded: {}", ReferenceUnits.VERSION);
        }
    }
}
