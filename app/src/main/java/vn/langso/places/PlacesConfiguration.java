package vn.langso.places;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import vn.langso.shell.NavEntry;
import vn.langso.shell.PlaceNames;

/** What places hand to the page frame. */
@Configuration(proxyBeanMethods = false)
class PlacesConfiguration {

    @Bean
    NavEntry placesNav() {
        return new NavEntry("places.nav", "tree-structure", "/places", 80, null);
    }

    @Bean
    PlaceNames placeNames(Places places) {
        return id -> places.tree().find(id).map(Place::fullName).orElse("");
    }
}
