package vn.langso.lighting.commands;

import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

import vn.langso.kernel.Problem;
import vn.langso.kernel.Texts;
import vn.langso.places.PlaceOnDay;
import vn.langso.places.Places;
import vn.langso.shell.Caller;
import vn.langso.shell.Needs;

/** Orders to lights over the API. */
@RestController
class CommandsApiController {

    private static final int LONGEST_KEY = 100;

    private final LightCommands commands;
    private final Places places;

    CommandsApiController(LightCommands commands, Places places) {
        this.commands = commands;
        this.places = places;
    }

    /** One of the four. */
    record TargetInput(
            @Nullable String place,
            @Nullable UUID road,
            @Nullable UUID cabinet,
            @Nullable UUID lamp) {}

    record OrderInput(
            TargetInput target,
            String action,
            @Nullable Integer dimPercent,
            @Nullable OffsetDateTime until,
            @Nullable String reason) {}

    record Accepted(UUID id) {}

    record PartItem(
            UUID id,
            UUID cabinet,
            String device,
            String state,
            String why,
            @Nullable OffsetDateTime sentAt,
            @Nullable OffsetDateTime acknowledgedAt,
            @Nullable OffsetDateTime endedAt) {}

    record CommandItem(
            UUID id,
            String state,
            String target,
            String action,
            String by,
            String reason,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime until,
            List<PartItem> parts) {}

    /** Accepts the order: what comes of it is to be asked for. With the same key the same order is given once. */
    @Needs(LightCommands.SWITCH)
    @PostMapping("/api/v1/lighting/commands")
    ResponseEntity<Accepted> order(
            Caller caller,
            @RequestBody OrderInput input,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        OffsetDateTime until = input.until();
        String reason = input.reason();
        UUID id = commands.order(
                caller,
                new Order(
                        target(input.target()),
                        Order.Action.ofCode(String.valueOf(input.action()))
                                .orElseThrow(() -> Problem.at("action", CommandProblem.ACTION_ODD)
                                        .asException()),
                        input.dimPercent(),
                        until == null ? null : until.toInstant(),
                        reason == null ? "" : reason,
                        key == null || key.isBlank() ? null : key.substring(0, Math.min(key.length(), LONGEST_KEY))));
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/lighting/commands/" + id))
                .body(new Accepted(id));
    }

    /** The command with the state of the whole, which is that of its least advanced part, and of each part. */
    @Needs("lighting.read")
    @GetMapping("/api/v1/lighting/commands/{id}")
    CommandItem show(Caller caller, @PathVariable UUID id) {
        LightCommand command = commands.get(caller, id);
        return new CommandItem(
                command.id(),
                wire(command.state()),
                command.target(),
                command.action(),
                command.actorName(),
                command.reason(),
                time(command.createdAt()),
                command.until() == null ? null : time(command.until()),
                command.parts().stream()
                        .map(part -> new PartItem(
                                part.id(),
                                part.cabinetId(),
                                part.deviceId(),
                                wire(part.state()),
                                part.why(),
                                part.sentAt() == null ? null : time(part.sentAt()),
                                part.acknowledgedAt() == null ? null : time(part.acknowledgedAt()),
                                part.endedAt() == null ? null : time(part.endedAt())))
                        .toList());
    }

    private Order.Target target(@Nullable TargetInput input) {
        List<Order.Target> named = new ArrayList<>();
        if (input != null) {
            if (input.place() != null) {
                named.add(new Order.Target.OfPlace(PlaceOnDay.of(places.tree(), input.place(), null)
                        .place()
                        .id()));
            }
            if (input.road() != null) {
                named.add(new Order.Target.OfRoad(input.road()));
            }
            if (input.cabinet() != null) {
                named.add(new Order.Target.OfCabinet(input.cabinet()));
            }
            if (input.lamp() != null) {
                named.add(new Order.Target.OfLamp(input.lamp()));
            }
        }
        if (named.size() != 1) {
            throw Problem.at("target", CommandProblem.TARGET_ODD).asException();
        }
        return named.getFirst();
    }

    private static String wire(CommandState state) {
        return state.name();
    }

    private static OffsetDateTime time(Instant at) {
        return at.atZone(Texts.ZONE).toOffsetDateTime();
    }
}
