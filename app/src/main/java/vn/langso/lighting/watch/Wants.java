package vn.langso.lighting.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

import vn.langso.lighting.Circuit;
import vn.langso.lighting.Layout;
import vn.langso.lighting.commands.LightCommands;
import vn.langso.lighting.commands.StandingOrder;
import vn.langso.lighting.programmes.LightLevel;
import vn.langso.lighting.programmes.Programmes;

/**
 * What circuits should do: the order that stands, else the programme.
 *
 * <p>The programme of a cabinet is asked at most twice a minute, since thousands of messages a second ask for it; orders are asked once for a
 * batch. Thread safe.
 */
@Component
class Wants {

    private static final Duration KEPT = Duration.ofSeconds(30);

    private final Programmes programmes;
    private final LightCommands commands;
    private final InstantSource clock;
    private final Map<UUID, Kept> kept = new ConcurrentHashMap<>();

    Wants(Programmes programmes, LightCommands commands, InstantSource clock) {
        this.programmes = programmes;
        this.commands = commands;
        this.clock = clock;
    }

    /** Levels by slot, good for moments between the two, as asked at a time. */
    private record Kept(Map<Integer, Wanted> bySlot, Instant from, Instant until, Instant askedAt) {

        boolean holds(Instant at, Instant now) {
            return !at.isBefore(from) && at.isBefore(until) && now.isBefore(askedAt.plus(KEPT));
        }
    }

    /** The orders that stand for all circuits of these cabinets now, by circuit. */
    Map<UUID, StandingOrder> orders(Collection<Layout> layouts) {
        List<UUID> circuits = new ArrayList<>();
        layouts.forEach(layout -> layout.circuits().forEach(circuit -> circuits.add(circuit.id())));
        Map<UUID, StandingOrder> orders = new HashMap<>();
        commands.standing(circuits, clock.instant()).forEach(order -> orders.put(order.circuitId(), order));
        return orders;
    }

    /** What the circuit should do at the moment. */
    Wanted of(Layout layout, Circuit circuit, Instant at, Map<UUID, StandingOrder> orders) {
        Wanted programme = programme(layout, at).getOrDefault(circuit.slot(), Wanted.unknown());
        StandingOrder order = orders.get(circuit.id());
        if (order == null || at.isBefore(order.since())) {
            return programme;
        }
        Instant until = order.until();
        return until != null && !at.isBefore(until)
                ? programme
                : new Wanted(order.level(), order.since(), until == null ? Instant.MAX : until);
    }

    private Map<Integer, Wanted> programme(Layout layout, Instant at) {
        UUID cabinet = layout.cabinet().id();
        Instant now = clock.instant();
        Kept known = kept.get(cabinet);
        if (known == null || !known.holds(at, now)) {
            known = ask(layout, at, now);
            kept.put(cabinet, known);
        }
        return known.bySlot();
    }

    private Kept ask(Layout layout, Instant at, Instant now) {
        Map<Integer, Wanted> bySlot = new HashMap<>();
        Instant from = Instant.MIN;
        Instant until = Instant.MAX;
        for (Map.Entry<Integer, LightLevel> one : programmes.wanted(layout, at).entrySet()) {
            LightLevel level = one.getValue();
            bySlot.put(one.getKey(), new Wanted(level.percent(), level.since(), level.until()));
            from = level.since().isAfter(from) ? level.since() : from;
            until = level.until().isBefore(until) ? level.until() : until;
        }
        return new Kept(bySlot, from, until, now);
    }
}
