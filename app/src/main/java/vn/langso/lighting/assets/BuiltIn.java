package vn.langso.lighting.assets;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import vn.langso.iot.Device;
import vn.langso.iot.DeviceId;
import vn.langso.iot.Devices;
import vn.langso.kernel.Problem;
import vn.langso.lighting.LightingProblem;

/** Whether a device may be built into a cabinet: only one that is registered for the village could ever be told anything. */
@Component
class BuiltIn {

    private final Devices devices;

    BuiltIn(Devices devices) {
        this.devices = devices;
    }

    /** None when there is no device or it is one of the village. */
    List<Problem> check(@Nullable String device, UUID village) {
        if (device == null || !DeviceId.isOne(device)) {
            return List.of();
        }
        return devices.find(new DeviceId(device))
                        .map(Device::placeId)
                        .filter(village::equals)
                        .isPresent()
                ? List.of()
                : List.of(Problem.at("device", LightingProblem.DEVICE_ELSEWHERE, device));
    }
}
