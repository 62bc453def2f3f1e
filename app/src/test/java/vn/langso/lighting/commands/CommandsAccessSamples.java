package vn.langso.lighting.commands;

import java.util.Map;
import java.util.UUID;

import vn.langso.iot.DeviceId;
import vn.langso.iot.Devices;
import vn.langso.iot.NewDevice;
import vn.langso.lighting.LightingAssets;
import vn.langso.lighting.LightingSamples;
import vn.langso.places.Place;
import vn.langso.scenarios.AccessSamples;
import vn.langso.shell.Caller;

/** A cabinet and a command in each village of the access matrix. */
class CommandsAccessSamples implements AccessSamples {

    private final LightingAssets assets;
    private final LightCommands commands;
    private final Devices devices;

    CommandsAccessSamples(LightingAssets assets, LightCommands commands, Devices devices) {
        this.devices = devices;
        this.assets = assets;
        this.commands = commands;
    }

    @Override
    public Map<String, String> make(Caller program, Place own, Place foreign) {
        return Map.of(
                "light-command.own", ordered(program, own, "tu-ma-tran-gan").toString(),
                "light-command.foreign",
                        ordered(program, foreign, "tu-ma-tran-xa").toString());
    }

    private UUID ordered(Caller program, Place village, String device) {
        devices.register(
                program, NewDevice.of("cabinet", village.id(), "Tủ mẫu").withId(new DeviceId(device)));
        UUID cabinet = assets.record(program, LightingSamples.cabinet(village.id(), "MT", device));
        return commands.order(
                program, new Order(new Order.Target.OfCabinet(cabinet), Order.Action.ON, null, null, "", null));
    }
}
