package vn.langso.identity.sessions;

import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import vn.langso.places.Place;
import vn.langso.places.Places;
import vn.langso.shell.Caller;
import vn.langso.shell.SignedIn;

/** Tells a program whose token it holds. */
@RestController
class MeController {

    private final Places places;

    MeController(Places places) {
        this.places = places;
    }

    @SignedIn
    @GetMapping("/api/v1/me")
    Me me(Caller caller) {
        UUID placeId = caller.placeId();
        Where where = placeId == null
                ? null
                : places.tree().find(placeId).map(Where::of).orElse(null);
        return new Me(
                caller.accountId(),
                caller.name(),
                Objects.requireNonNull(caller.role()).code(),
                where,
                new TreeSet<>(caller.permissions()));
    }

    record Me(UUID id, String name, String role, @Nullable Where place, SortedSet<String> permissions) {}

    record Where(UUID id, String code, String name) {

        static Where of(Place place) {
            return new Where(place.id(), place.code(), place.fullName());
        }
    }
}
