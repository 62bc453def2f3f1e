package vn.langso.lighting.programmes;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.langso.kernel.Texts;
import vn.langso.lighting.Circuit;
import vn.langso.lighting.Layout;
import vn.langso.lighting.Spot;

/** What the lights should do by their programme. Whoever asks has checked that the caller may know. */
@Service
public class Programmes {

    public static final String PERMISSION = "lighting.plan";

    /** The middle of the reference commune, for cabinets whose position nobody has typed: the sun differs by seconds within a commune. */
    private static final Spot SOMEWHERE = new Spot(20.01, 105.79);

    private final ProgrammeStore store;
    private final InstantSource clock;

    Programmes(ProgrammeStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** What a cabinet was given last, and since when it has shown that it holds it. */
    public record GivenPlan(
            long version, Instant sentAt, @Nullable Instant confirmedAt) {}

    /** One switch of tonight; {@code lit} circuits of {@code circuits} burn from then on. */
    public record Tonight(Instant at, int lit, int circuits) {}

    /** What the programme wants of a circuit at the moment. */
    @Transactional(readOnly = true)
    public LightLevel wanted(Layout layout, Circuit circuit, Instant moment) {
        return programme(layout).at(moment, circuit.code(), spot(layout));
    }

    /** As {@link #wanted}, for all circuits of a cabinet by slot. */
    @Transactional(readOnly = true)
    public Map<Integer, LightLevel> wanted(Layout layout, Instant moment) {
        Programme programme = programme(layout);
        return layout.circuits().stream()
                .collect(
                        Collectors.toMap(Circuit::slot, circuit -> programme.at(moment, circuit.code(), spot(layout))));
    }

    /** The switches of the night that the moment is in, or that comes next, in their order. */
    @Transactional(readOnly = true)
    public List<Tonight> tonight(Layout layout, Instant moment) {
        LocalDate today = LocalDate.ofInstant(moment.minus(Duration.ofHours(12)), Texts.ZONE);
        Programme programme = programme(layout);
        Map<Instant, Integer> change = new TreeMap<>();
        for (Circuit circuit : layout.circuits()) {
            for (Programme.Burning burning : programme.night(today, circuit.code(), spot(layout))) {
                change.merge(burning.from(), 1, Integer::sum);
                change.merge(burning.until(), -1, Integer::sum);
            }
        }
        List<Tonight> tonight = new ArrayList<>();
        int lit = 0;
        for (Map.Entry<Instant, Integer> one : change.entrySet()) {
            lit += one.getValue();
            tonight.add(new Tonight(one.getKey(), lit, layout.circuits().size()));
        }
        return tonight;
    }

    @Transactional(readOnly = true)
    public Optional<GivenPlan> given(UUID cabinet) {
        return store.given(cabinet).map(given -> new GivenPlan(given.version(), given.sentAt(), given.confirmedAt()));
    }

    /** The plan of the days from the moment on. */
    Plan plan(Layout layout, long version, int days) {
        Instant from = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant until = from.plus(Duration.ofDays(days));
        Programme programme = programme(layout);
        Map<String, String> initial = new TreeMap<>();
        List<Plan.Switch> switches = new ArrayList<>();
        LocalDate first = LocalDate.ofInstant(from, Texts.ZONE).minusDays(1);
        for (Circuit circuit : layout.circuits()) {
            initial.put(
                    circuit.code(),
                    word(programme.at(from, circuit.code(), spot(layout)).isLit()));
            for (int day = 0; day <= days + 1; day++) {
                for (Programme.Burning burning : programme.night(first.plusDays(day), circuit.code(), spot(layout))) {
                    add(switches, burning.from(), circuit, true, from, until);
                    add(switches, burning.until(), circuit, false, from, until);
                }
            }
        }
        switches.sort(Comparator.comparing(Plan.Switch::at).thenComparing(Plan.Switch::circuit));
        return new Plan(version, from, until, initial, switches);
    }

    private static void add(
            List<Plan.Switch> switches, Instant at, Circuit circuit, boolean lit, Instant from, Instant until) {
        if (at.isAfter(from) && !at.isAfter(until)) {
            switches.add(new Plan.Switch(at, circuit.code(), word(lit)));
        }
    }

    private static String word(boolean lit) {
        return lit ? "on" : "off";
    }

    private Programme programme(Layout layout) {
        ProgrammeStore.Kept kept = store.programmes(Set.of(layout.cabinet().id()))
                .get(layout.cabinet().id());
        return kept == null ? Programme.usual(everySecond(layout)) : kept.programme();
    }

    /** The second circuit of each road; a road on one circuit never rests. */
    private static Set<String> everySecond(Layout layout) {
        return layout.roads().stream()
                .flatMap(road -> layout.circuitsOf(road.id()).stream().skip(1).limit(1))
                .map(Circuit::code)
                .collect(Collectors.toSet());
    }

    private static Spot spot(Layout layout) {
        Spot spot = layout.cabinet().spot();
        return spot == null ? SOMEWHERE : spot;
    }
}
