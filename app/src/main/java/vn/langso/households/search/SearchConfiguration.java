package vn.langso.households.search;

import java.util.Set;
import java.util.UUID;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import vn.langso.households.Households;
import vn.langso.households.detail.HouseholdPages;
import vn.langso.places.PlaceUse;
import vn.langso.shell.NavEntry;

@Configuration(proxyBeanMethods = false)
class SearchConfiguration {

    @Bean
    NavEntry householdsEntry() {
        return new NavEntry(HouseholdPages.NAV, "users-three", "/households", 30, Households.READ);
    }

    /** Tells the preview of a change of places how many households hang on them. */
    @Bean
    PlaceUse householdsUse(HouseholdListStore lists) {
        return new HouseholdsUse(lists);
    }

    private record HouseholdsUse(HouseholdListStore lists) implements PlaceUse {

        @Override
        public String textKey() {
            return "households.place-use";
        }

        @Override
        public long count(Set<UUID> placeIds) {
            return lists.counts(new RegisterScope.Shown(placeIds, false)).households();
        }
    }
}
