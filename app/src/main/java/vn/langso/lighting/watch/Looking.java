package vn.langso.lighting.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import vn.langso.lighting.Circuit;
import vn.langso.lighting.Lamp;
import vn.langso.lighting.Layout;
import vn.langso.lighting.commands.StandingOrder;
import vn.langso.lighting.readings.CabinetState;
import vn.langso.lighting.readings.Observation;
import vn.langso.lighting.readings.ObservationListener;

/** Makes sights of what cabinets report and gives them to the watch, in the transaction that keeps the readings. */
@Component
class Looking implements ObservationListener {

    private final Watch watch;
    private final Wants wants;

    Looking(Watch watch, Wants wants) {
        this.watch = watch;
        this.wants = wants;
    }

    @Override
    public void observed(List<Observation> batch) {
        List<Seen> seen = new ArrayList<>(batch.size());
        Map<UUID, StandingOrder> orders =
                wants.orders(batch.stream().map(Observation::layout).distinct().toList());
        for (Observation observation : batch) {
            CabinetState state = observation.after();
            if (state != null) {
                seen.add(new Seen(observation.layout(), sight(observation, state, orders), observation.seq()));
            }
        }
        watch.see(seen);
    }

    private Sight sight(Observation observation, CabinetState state, Map<UUID, StandingOrder> orders) {
        CabinetState before = observation.before();
        Instant previous = before == null ? Instant.MIN : before.at();
        return sight(
                observation.layout(),
                state,
                new Heard(observation.at(), observation.receivedAt(), previous, observation.doubtful()),
                orders);
    }

    /** When it was so, when we heard of it, and when what came before was so. */
    private record Heard(Instant at, Instant receivedAt, Instant previousAt, boolean doubtful) {}

    /** What a cabinet showed last, judged as of now. */
    Sight last(Layout layout, CabinetState state, Instant now) {
        return sight(layout, state, new Heard(now, now, Instant.MIN, false), wants.orders(List.of(layout)));
    }

    private Sight sight(Layout layout, CabinetState state, Heard heard, Map<UUID, StandingOrder> orders) {
        List<CircuitSight> circuits = new ArrayList<>(layout.circuits().size());
        for (Circuit circuit : layout.circuits()) {
            circuits.add(circuit(layout, circuit, state, wants.of(layout, circuit, heard.at(), orders)));
        }
        return new Sight(
                layout.cabinet().id(),
                heard.at(),
                heard.receivedAt(),
                heard.previousAt(),
                heard.doubtful(),
                is(state.mode(), "local"),
                is(state.door(), "open"),
                is(state.breaker(), "tripped"),
                state.supply(),
                circuits);
    }

    private static CircuitSight circuit(Layout layout, Circuit circuit, CabinetState state, Wanted wanted) {
        List<Lamp> lamps = layout.lampsOf(circuit);
        int slot = circuit.slot();
        Double powerW = state.powerW(slot);
        Integer voltage = slot < state.voltageDv().length ? state.voltageDv()[slot] : null;
        return new CircuitSight(
                circuit.id(),
                circuit.code(),
                circuit.roadId(),
                layout.road(circuit.roadId()).code(),
                lamps.stream().map(Lamp::code).toList(),
                layout.ratedW(circuit),
                state.isOn(slot),
                powerW,
                slot < state.loop().length ? state.loop()[slot] : null,
                null,
                LampLoss.of(lamps, powerW, voltage, wanted),
                faulty(layout, lamps, state, wanted),
                wanted);
    }

    /** Lamps with controllers of their own that should burn and take no power. */
    private static List<CircuitSight.FaultyLamp> faulty(
            Layout layout, List<Lamp> lamps, CabinetState state, Wanted wanted) {
        if (!layout.cabinet().lampControllers() || !wanted.lit()) {
            return List.of();
        }
        List<CircuitSight.FaultyLamp> faulty = new ArrayList<>(0);
        for (Lamp lamp : lamps) {
            Double watts = state.lampW(lamp.slot());
            Boolean on = lamp.slot() < state.lampOn().length ? state.lampOn()[lamp.slot()] : null;
            if (Boolean.TRUE.equals(on) && watts != null && watts < lamp.watts() / 20.0) {
                faulty.add(new CircuitSight.FaultyLamp(lamp.id(), lamp.code(), "lamp"));
            }
        }
        return faulty;
    }

    private static @Nullable Boolean is(@Nullable String said, String word) {
        return said == null ? null : Boolean.valueOf(said.equals(word));
    }
}
