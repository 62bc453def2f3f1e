package vn.langso.iot;

import java.util.Set;
import java.util.UUID;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import vn.langso.places.PlaceUse;

@Configuration(proxyBeanMethods = false)
class IotConfiguration {

    /** Tells the preview of a change of places how many devices stand there. */
    @Bean
    PlaceUse iotUse(DeviceStore devices) {
        return new IotUse(devices);
    }

    private record IotUse(DeviceStore devices) implements PlaceUse {

        @Override
        public String textKey() {
            return "iot.place-use.count";
        }

        @Override
        public long count(Set<UUID> placeIds) {
            return devices.count(placeIds);
        }
    }
}
