package vn.langso.lighting.commands;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import vn.langso.iot.DownlinkListener;
import vn.langso.lighting.Circuit;
import vn.langso.lighting.commands.CommandStore.Step;
import vn.langso.lighting.readings.CabinetAnswer;
import vn.langso.lighting.readings.CabinetState;
import vn.langso.lighting.readings.Observation;
import vn.langso.lighting.readings.ObservationListener;

/** Moves commands on: handed over, answered, and shown by what the meters say afterwards. */
@Component
class CommandProgress implements ObservationListener, DownlinkListener {

    /** A contactor and the meter behind it have settled by then; what a later report does not show did not happen. */
    private static final Duration SETTLED = Duration.ofSeconds(15);

    private final CommandStore store;
    private final LightCommands commands;
    private final InstantSource clock;

    CommandProgress(CommandStore store, LightCommands commands, InstantSource clock) {
        this.store = store;
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    public void observed(List<Observation> batch) {
        Set<UUID> cabinets = batch.stream()
                .filter(seen -> seen.answer() != null || seen.after() != null)
                .map(seen -> seen.layout().cabinet().id())
                .collect(Collectors.toSet());
        Map<UUID, List<Part>> open = store.openParts(cabinets).stream().collect(Collectors.groupingBy(Part::cabinetId));
        if (open.isEmpty()) {
            return;
        }
        Set<UUID> moved = new HashSet<>();
        for (Observation seen : batch) {
            List<Part> parts = open.getOrDefault(seen.layout().cabinet().id(), List.of());
            if (!parts.isEmpty() && (seen.answer() != null || seen.after() != null)) {
                open.put(
                        seen.layout().cabinet().id(),
                        parts.stream()
                                .map(part -> advance(part, seen, moved))
                                .filter(part -> !part.state().isOver())
                                .toList());
            }
        }
        moved.forEach(commands::changed);
    }

    @Override
    @Transactional
    public void handedOver(UUID id, Instant at) {
        store.move(new Step(id, CommandState.SENT, "", at, null));
    }

    @Override
    @Transactional
    public void failed(UUID id, String why) {
        // Only what can never arrive has failed; what found no way is tried again until its time is over.
        if (Set.of("unknown-device", "unsuitable", "refused").contains(why)) {
            store.move(new Step(id, CommandState.FAILED, why, clock.instant(), null));
        }
    }

    private Part advance(Part part, Observation seen, Collection<UUID> moved) {
        CabinetAnswer answer = seen.answer();
        Step step = answer != null ? answered(part, answer, seen) : shown(part, seen);
        if (step == null || !store.move(step)) {
            return part;
        }
        moved.add(part.commandId());
        return new Part(
                part.id(),
                part.commandId(),
                part.cabinetId(),
                part.deviceId(),
                part.slots(),
                part.level(),
                part.seq(),
                step.to(),
                step.why(),
                part.createdAt(),
                part.expiresAt(),
                part.sentAt(),
                step.to() == CommandState.DEVICE_ACK ? step.at() : part.acknowledgedAt(),
                step.answerSeq() == null ? part.answerSeq() : step.answerSeq(),
                part.endedAt());
    }

    private static @Nullable Step answered(Part part, CabinetAnswer answer, Observation seen) {
        if (!answer.command().equals(part.id())) {
            return null;
        }
        return switch (answer.result()) {
            case "done", "repeated" -> new Step(part.id(), CommandState.DEVICE_ACK, "", seen.receivedAt(), seen.seq());
            case "expired" -> new Step(part.id(), CommandState.EXPIRED, "too-late", seen.receivedAt(), null);
            default -> new Step(part.id(), CommandState.FAILED, "device-refused", seen.receivedAt(), null);
        };
    }

    /** A report after the answer proves it, or, once everything has settled, proves the contrary. */
    private static @Nullable Step shown(Part part, Observation seen) {
        CabinetState after = seen.after();
        Long answerSeq = part.answerSeq();
        Instant acknowledged = part.acknowledgedAt();
        if (after == null
                || part.state() != CommandState.DEVICE_ACK
                || answerSeq == null
                || acknowledged == null
                || seen.seq() <= answerSeq) {
            return null;
        }
        if (part.level() == null || part.slots().stream().allMatch(slot -> shows(part.level(), slot, seen, after))) {
            return new Step(part.id(), CommandState.VERIFIED, "", seen.receivedAt(), null);
        }
        return seen.receivedAt().isAfter(acknowledged.plus(SETTLED))
                ? new Step(part.id(), CommandState.FAILED, "power-unchanged", seen.receivedAt(), null)
                : null;
    }

    private static boolean shows(int level, int slot, Observation seen, CabinetState after) {
        Double watts = after.powerW(slot);
        if (watts == null) {
            // Without a meter the contactor's own word is all there is.
            Boolean on = after.isOn(slot);
            return on != null && on == level > 0;
        }
        Circuit circuit = seen.layout().circuits().stream()
                .filter(one -> one.slot() == slot)
                .findFirst()
                .orElseThrow();
        return PowerRule.shows(level, watts, seen.layout().ratedW(circuit));
    }
}
