package vn.langso.sim;

import java.util.Arrays;
import java.util.List;

/** One circuit: a relay, a cable and lamps. Levels are percent, 0 is off. */
final class Circuit {

    /** What can be wrong with a lamp; {@link #OK} is nothing. */
    enum Fault {
        OK,
        LAMP,
        DRIVER,
        RELAY
    }

    /** No order for this lamp alone. */
    static final int AS_CIRCUIT = -1;

    private final String id;
    private final String road;
    private final List<String> lamps;
    private final double wattsEach;
    private final Fault[] faults;
    private final int[] ordered;
    private int relayPercent;
    private int handPercent;
    private boolean cableWhole = true;
    private boolean fuseIn = true;
    private double energyWh;

    Circuit(FleetFile.CircuitSpec spec) {
        this.id = spec.id();
        this.road = spec.road();
        this.lamps = spec.lamps();
        this.wattsEach = spec.wattsEach();
        this.faults = new Fault[lamps.size()];
        Arrays.fill(faults, Fault.OK);
        this.ordered = new int[lamps.size()];
        Arrays.fill(ordered, AS_CIRCUIT);
        this.energyWh = spec.energyWh();
    }

    String id() {
        return id;
    }

    String road() {
        return road;
    }

    List<String> lamps() {
        return lamps;
    }

    Fault fault(int lamp) {
        return faults[lamp];
    }

    void fault(int lamp, Fault fault) {
        faults[lamp] = fault;
    }

    int relayPercent() {
        return relayPercent;
    }

    void relayPercent(int percent) {
        relayPercent = percent;
    }

    int handPercent() {
        return handPercent;
    }

    void handPercent(int percent) {
        handPercent = percent;
    }

    boolean cableWhole() {
        return cableWhole;
    }

    void cableWhole(boolean whole) {
        cableWhole = whole;
    }

    /** A fuse pulled by hand has no contact that tells. */
    void fuseIn(boolean in) {
        fuseIn = in;
    }

    boolean fuseIn() {
        return fuseIn;
    }

    double energyWh() {
        return energyWh;
    }

    void energyWh(double energy) {
        energyWh = energy;
    }

    void burnt(double wattHours) {
        energyWh += wattHours;
    }

    /** Watts of one lamp when its terminals have this level. */
    double lampWatts(int lamp, int percent) {
        if (percent == 0 || !cableWhole || !fuseIn) {
            return 0;
        }
        return switch (faults[lamp]) {
            case OK -> wattsEach * (0.05 + 0.95 * percent / 100.0);
            // A broken driver still draws its idle current.
            case DRIVER -> 0.8;
            case LAMP, RELAY -> 0;
        };
    }

    /** What the controller of this lamp was told; {@link #AS_CIRCUIT} when nothing. */
    int orderedPercent(int lamp) {
        return ordered[lamp];
    }

    void orderedPercent(int lamp, int percent) {
        ordered[lamp] = percent;
    }
}
