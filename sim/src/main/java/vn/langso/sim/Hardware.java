package vn.langso.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** A cabinet as iron and copper: door, hand switch, breaker, supply, relays, meters. No program and no network. */
final class Hardware {

    private final List<Circuit> circuits;
    private final boolean lampControllers;
    private final SplittableRandom noise;
    private boolean doorOpen;
    private boolean localMode;
    private boolean breakerTripped;
    private boolean supplied = true;
    private Instant metered;

    Hardware(FleetFile.CabinetSpec spec, Instant now) {
        this.circuits = spec.circuits().stream().map(Circuit::new).toList();
        this.lampControllers = spec.lampControllers();
        this.noise = new SplittableRandom(spec.device().hashCode());
        this.metered = now;
    }

    List<Circuit> circuits() {
        return circuits;
    }

    Optional<Circuit> circuit(String id) {
        return circuits.stream().filter(circuit -> circuit.id().equals(id)).findFirst();
    }

    boolean hasLamp(String lamp) {
        return circuits.stream().anyMatch(circuit -> circuit.lamps().contains(lamp));
    }

    /** @param percent {@link Circuit#AS_CIRCUIT} takes the order back */
    void orderLamp(String lamp, int percent) {
        for (Circuit circuit : circuits) {
            int index = circuit.lamps().indexOf(lamp);
            if (index >= 0) {
                circuit.orderedPercent(index, percent);
            }
        }
    }

    boolean lampControllers() {
        return lampControllers;
    }

    boolean doorOpen() {
        return doorOpen;
    }

    void doorOpen(boolean open) {
        doorOpen = open;
    }

    boolean localMode() {
        return localMode;
    }

    /** The hand switches take over at what is lit now, as a bumpless selector does. */
    void localMode(boolean local) {
        if (local && !localMode) {
            circuits.forEach(circuit -> circuit.handPercent(circuit.relayPercent()));
        }
        localMode = local;
    }

    boolean breakerTripped() {
        return breakerTripped;
    }

    void breakerTripped(boolean tripped) {
        breakerTripped = tripped;
    }

    boolean supplied() {
        return supplied;
    }

    void supplied(boolean on) {
        supplied = on;
    }

    /** What the contact of the relay or of the hand switch says. */
    int setPercent(Circuit circuit) {
        return localMode ? circuit.handPercent() : circuit.relayPercent();
    }

    /** What reaches the cable. */
    int livePercent(Circuit circuit) {
        return supplied && !breakerTripped ? setPercent(circuit) : 0;
    }

    /** What the lamp is set to; its own controller goes before the circuit, the hand switch before both. */
    int lampPercent(Circuit circuit, int lamp) {
        int ordered = circuit.orderedPercent(lamp);
        if (ordered == Circuit.AS_CIRCUIT || localMode) {
            return livePercent(circuit);
        }
        return supplied && !breakerTripped ? ordered : 0;
    }

    /** Without the meter's noise. */
    private double watts(Circuit circuit) {
        double sum = 0;
        for (int lamp = 0; lamp < circuit.lamps().size(); lamp++) {
            sum += circuit.lampWatts(lamp, lampPercent(circuit, lamp));
        }
        return sum;
    }

    double powerW(Circuit circuit) {
        double watts = watts(circuit);
        return watts == 0 ? 0 : watts * (1 + (noise.nextDouble() - 0.5) * 0.02);
    }

    double lampPowerW(Circuit circuit, int lamp) {
        double watts = circuit.lampWatts(lamp, lampPercent(circuit, lamp));
        return watts == 0 ? 0 : watts * (1 + (noise.nextDouble() - 0.5) * 0.02);
    }

    double voltageV() {
        return supplied ? 226 + noise.nextDouble() * 8 : 0;
    }

    /** Lets the meters turn until now. A time that goes back turns nothing. */
    void meter(Instant now) {
        double hours = Duration.between(metered, now).toMillis() / 3_600_000.0;
        if (hours > 0) {
            for (Circuit circuit : circuits) {
                circuit.burnt(watts(circuit) * hours);
            }
        }
        metered = now;
    }
}
