package vn.langso.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.jspecify.annotations.Nullable;

/** Something happens while one looks: at night, once in a while, a lamp of a cabinet that allows it goes dark, and is well again later. */
final class Mishaps {

    private final Fleet fleet;
    private final Duration every;
    private final SplittableRandom random = new SplittableRandom(20_260_601);
    private Instant next;
    private @Nullable Runnable cure;

    Mishaps(Fleet fleet, Duration every, Instant now) {
        this.fleet = fleet;
        this.every = every;
        this.next = now.plus(every);
    }

    /** Every other time something breaks, every other time it is mended. */
    void tick(Instant now) {
        if (now.isBefore(next)) {
            return;
        }
        next = now.plus(every);
        if (cure != null) {
            cure.run();
            cure = null;
            return;
        }
        List<Cabinet> lit = new ArrayList<>();
        for (Cabinet cabinet : fleet.cabinets()) {
            if (cabinet.spec().mishaps() && cabinet.isLit()) {
                lit.add(cabinet);
            }
        }
        if (!lit.isEmpty()) {
            cure = breakLamp(lit.get(random.nextInt(lit.size())));
        }
    }

    private Runnable breakLamp(Cabinet cabinet) {
        List<Circuit> circuits = cabinet.hardware().circuits();
        Circuit circuit = circuits.get(random.nextInt(circuits.size()));
        int lamp = random.nextInt(circuit.lamps().size());
        cabinet.silently(() -> circuit.fault(lamp, Circuit.Fault.LAMP));
        return () -> cabinet.silently(() -> circuit.fault(lamp, Circuit.Fault.OK));
    }
}
