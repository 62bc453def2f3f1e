package vn.langso.lighting;

import java.util.Set;
import java.util.UUID;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import vn.langso.places.PlaceUse;

@Configuration(proxyBeanMethods = false)
class LightingConfiguration {

    /** Tells the preview of a change of places how many roads and cabinets hang on them. */
    @Bean
    PlaceUse lightingUse(LightingStore assets) {
        return new LightingUse(assets);
    }

    private record LightingUse(LightingStore assets) implements PlaceUse {

        @Override
        public String textKey() {
            return "lighting.place-use.count";
        }

        @Override
        public long count(Set<UUID> placeIds) {
            return assets.count(placeIds);
        }
    }
}
