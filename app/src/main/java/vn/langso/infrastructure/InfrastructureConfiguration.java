package vn.langso.infrastructure;

import java.util.Set;
import java.util.UUID;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import vn.langso.places.PlaceUse;
import vn.langso.shell.NavEntry;

@Configuration(proxyBeanMethods = false)
class InfrastructureConfiguration {

    @Bean
    NavEntry infrastructureEntry() {
        return new NavEntry(OverviewController.NAV, "broadcast", "/infrastructure", 60, Infrastructure.READ);
    }

    /** Tells the preview of a change of places how many things hang on them. */
    @Bean
    PlaceUse infrastructureUse(AssetStore assets) {
        return new InfrastructureUse(assets);
    }

    private record InfrastructureUse(AssetStore assets) implements PlaceUse {

        @Override
        public String textKey() {
            return "infrastructure.place-use.count";
        }

        @Override
        public long count(Set<UUID> placeIds) {
            return assets.count(placeIds);
        }
    }
}
