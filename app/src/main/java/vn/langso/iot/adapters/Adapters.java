package vn.langso.iot.adapters;

import java.util.Optional;

import org.springframework.stereotype.Component;

/** Finds the adapter of a device. */
@Component
public class Adapters {

    private final TasmotaAdapter tasmota = new TasmotaAdapter();
    private final ShellyAdapter shelly = new ShellyAdapter();

    /** By the name that is registered; empty for our own protocol. */
    public Optional<Adapter> of(String name) {
        return switch (name) {
            case "tasmota" -> Optional.of(tasmota);
            case "shelly" -> Optional.of(shelly);
            default -> Optional.empty();
        };
    }
}
