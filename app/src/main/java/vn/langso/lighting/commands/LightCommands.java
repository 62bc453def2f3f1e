package vn.langso.lighting.commands;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import vn.langso.audit.Audit;
import vn.langso.audit.Change;
import vn.langso.iot.DeviceId;
import vn.langso.iot.Devices;
import vn.langso.iot.DownMessage;
import vn.langso.iot.Downlink;
import vn.langso.kernel.Ids;
import vn.langso.kernel.Problem;
import vn.langso.kernel.ProblemException;
import vn.langso.lighting.Circuit;
import vn.langso.lighting.commands.Targets.Concerned;
import vn.langso.lighting.programmes.Programmes;
import vn.langso.shell.Caller;
import vn.langso.shell.Live;

/**
 * Orders to lights.
 *
 * <p>Needs {@code lighting.switch} in the village. What was accepted is kept before it leaves and is handed over again after a crash under the
 * same number, so that a cabinet does it once. Refusals {@code LGT-020} to {@code LGT-032}.
 */
@Service
public class LightCommands {

    public static final String SWITCH = "lighting.switch";

    /** Who stands before dark lamps does not wait longer; a cabinet on a weak mobile network answers within seconds. */
    static final Duration ANSWER_WITHIN = Duration.ofMinutes(2);

    /** Whoever darkens a road alone, with a reason, has it dark no longer. */
    static final Duration LONGEST_DARK = Duration.ofHours(2);

    private static final Duration LONGEST = Duration.ofDays(30);
    private static final int LONGEST_REASON = 300;

    private final CommandStore store;
    private final Targets targets;
    private final Programmes programmes;
    private final Devices devices;
    private final ObjectProvider<Downlink> downlink;
    private final Audit audit;
    private final Live live;
    private final InstantSource clock;

    LightCommands(
            CommandStore store,
            Targets targets,
            Programmes programmes,
            Devices devices,
            ObjectProvider<Downlink> downlink,
            Audit audit,
            Live live,
            InstantSource clock) {
        this.store = store;
        this.targets = targets;
        this.programmes = programmes;
        this.devices = devices;
        this.downlink = downlink;
        this.audit = audit;
        this.live = live;
        this.clock = clock;
    }

    /** Accepts an order and sends it on once it is kept; returns its id, the same one for the same key. */
    @Transactional
    public UUID order(Caller caller, Order order) {
        if (order.key() != null) {
            Optional<UUID> known = store.byKey(caller.accountId(), order.key());
            if (known.isPresent()) {
                return known.get();
            }
        }
        Targets.Found found = targets.find(order.target());
        caller.require(SWITCH, found.placeId());
        found.concerned()
                .forEach(one -> caller.require(SWITCH, one.layout().cabinet().placeId()));
        Instant now = clock.instant();
        List<Problem> problems = problems(order, found, now);
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        LightCommand command = new LightCommand(
                Ids.next(),
                found.placeId(),
                caller.name(),
                found.name(),
                order.action().code(),
                order.percent(),
                order.until(),
                order.reason().strip(),
                now,
                List.of());
        if (!store.insert(command, caller.accountId(), order.key())) {
            return store.byKey(caller.accountId(), String.valueOf(order.key())).orElseThrow();
        }
        List<CommandStore.Fresh> parts = parts(command, order, found.concerned(), now);
        store.insertParts(command.id(), order.level(), now, now.plus(ANSWER_WITHIN), parts);
        stand(command, order, found.concerned());
        audit.changed(
                caller, new Change("lighting.order", found.placeId(), "light-command", command.id(), null, command));
        found.concerned().stream()
                .map(one -> one.layout().cabinet().placeId())
                .distinct()
                .forEach(village -> live.changed("lighting." + village));
        afterCommit(() -> parts.forEach(
                part -> send(part.id(), part.deviceId(), part.seq(), part.json(), now.plus(ANSWER_WITHIN))));
        return command.id();
    }

    /** The command as it stands, for callers who may read its place. */
    @Transactional(readOnly = true)
    public LightCommand get(Caller caller, UUID id) {
        LightCommand command = store.find(id)
                .orElseThrow(() -> Problem.of(CommandProblem.UNKNOWN).asException());
        caller.require("lighting.read", command.placeId());
        return command;
    }

    /** The newest commands of the villages, the newest first. Checks nobody's right: for other features of lighting. */
    @Transactional(readOnly = true)
    public List<LightCommand> latest(Collection<UUID> villages, int limit) {
        return store.latest(villages, limit);
    }

    /** What goes before the programme for these circuits at the moment. Checks nobody's right: for other features of lighting. */
    @Transactional(readOnly = true)
    public List<StandingOrder> standing(Collection<UUID> circuits, Instant at) {
        return store.standing(circuits, at);
    }

    /** Hands over again what may have been lost on its way, and ends what nobody answered. */
    @Transactional
    public void tend() {
        Instant now = clock.instant();
        store.expire(now).stream().distinct().forEach(this::changed);
        List<CommandStore.Waiting> waiting = store.waiting(now, now.minusSeconds(10));
        afterCommit(() -> waiting.forEach(one -> send(one.id(), one.deviceId(), one.seq(), one.json(), one.expires())));
    }

    /** Tells open pages that a command went on. */
    void changed(UUID commandId) {
        store.find(commandId)
                .ifPresent(command -> command.parts().stream()
                        .map(part -> targets.villageOf(part.cabinetId()))
                        .distinct()
                        .forEach(village -> live.changed("lighting." + village)));
    }

    private List<Problem> problems(Order order, Targets.Found found, Instant now) {
        List<Problem> problems = new ArrayList<>();
        Instant until = order.until();
        if (found.concerned().isEmpty()) {
            problems.add(Problem.of(CommandProblem.NOTHING_THERE));
        }
        if (!found.concerned().isEmpty() && found.concerned().stream().noneMatch(this::isReachable)) {
            problems.add(Problem.of(CommandProblem.NO_DEVICE));
        }
        if (order.action() == Order.Action.DIM) {
            problems.add(Problem.at("dimPercent", CommandProblem.NO_DIMMERS));
        }
        if (until != null && !until.isAfter(now)) {
            problems.add(Problem.at("until", CommandProblem.UNTIL_PAST));
        } else if (until != null && until.isAfter(now.plus(LONGEST))) {
            problems.add(Problem.at("until", CommandProblem.UNTIL_TOO_FAR, LONGEST.toDays()));
        }
        if (order.reason().length() > LONGEST_REASON) {
            problems.add(Problem.at("reason", CommandProblem.REASON_TOO_LONG, LONGEST_REASON));
        }
        if (order.action() == Order.Action.OFF && darkens(found.concerned(), now)) {
            if (order.reason().isBlank()) {
                problems.add(Problem.at("reason", CommandProblem.DARK_NEEDS_REASON));
            }
            if (until == null || until.isAfter(now.plus(LONGEST_DARK))) {
                problems.add(Problem.at("until", CommandProblem.DARK_TOO_LONG, LONGEST_DARK.toHours()));
            }
        }
        return problems;
    }

    private boolean isReachable(Concerned one) {
        String device = one.layout().cabinet().deviceId();
        return device != null && devices.find(new DeviceId(device)).isPresent();
    }

    /** True when the programme wants some of these circuits lit now. */
    private boolean darkens(List<Concerned> concerned, Instant now) {
        return concerned.stream()
                .anyMatch(one -> one.circuits().stream()
                        .anyMatch(circuit ->
                                programmes.wanted(one.layout(), circuit, now).isLit()));
    }

    private List<CommandStore.Fresh> parts(LightCommand command, Order order, List<Concerned> concerned, Instant now) {
        List<CommandStore.Fresh> parts = new ArrayList<>();
        Downlink way = downlink.getIfAvailable();
        for (Concerned one : concerned) {
            String device = one.layout().cabinet().deviceId();
            if (device == null || !isReachable(one)) {
                continue;
            }
            UUID id = Ids.next();
            long seq = way == null ? 0 : way.nextSequence(new DeviceId(device));
            List<Integer> slots = one.circuits().stream().map(Circuit::slot).toList();
            store.supersede(command.id(), one.layout().cabinet().id(), slots, now);
            String json = PartMessages.json(id, seq, order, one.circuits(), now, now.plus(ANSWER_WITHIN));
            parts.add(new CommandStore.Fresh(id, one.layout().cabinet().id(), device, slots, seq, json));
        }
        return parts;
    }

    private void stand(LightCommand command, Order order, List<Concerned> concerned) {
        Set<UUID> circuits = concerned.stream()
                .flatMap(one -> one.circuits().stream().map(Circuit::id))
                .collect(java.util.stream.Collectors.toSet());
        Integer level = order.level();
        if (level == null) {
            store.fall(circuits);
        } else {
            store.stand(
                    new StandingOrder(
                            command.id(),
                            command.id(),
                            level,
                            command.actorName(),
                            command.reason(),
                            command.createdAt(),
                            order.until()),
                    circuits);
        }
    }

    private void send(UUID id, String device, long seq, String json, Instant expires) {
        Downlink way = downlink.getIfAvailable();
        if (way != null) {
            way.send(new DownMessage(new DeviceId(device), id, seq, expires, json.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static void afterCommit(Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.run();
            }
        });
    }
}
