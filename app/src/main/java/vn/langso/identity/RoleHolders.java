package vn.langso.identity;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.springframework.stereotype.Component;

import vn.langso.identity.roles.Roles;
import vn.langso.kernel.Role;
import vn.langso.places.PlaceTree;
import vn.langso.places.Places;

/** Who answers for a place: the accounts to be told when something happens there. Checks nobody's right: for other modules. */
@Component
public class RoleHolders {

    private final Roles roles;
    private final Places places;

    RoleHolders(Roles roles, Places places) {
        this.roles = roles;
        this.places = places;
    }

    /** An account as somebody to be told something; the language is {@code vi} or {@code en}. */
    public record Told(UUID accountId, String language) {}

    /** Accounts that may do this at the place today, in the order of their ids. */
    public List<Told> mayDo(String permission, UUID placeId) {
        return inRoles(roles.holding(permission), placeId);
    }

    /** Accounts that hold one of these roles at the place, or above it, today; in the order of their ids. */
    public List<Told> inRoles(Collection<Role> sought, UUID placeId) {
        return told(roles.holders(sought, covering(placeId)));
    }

    /** Those of these accounts that are not closed, in the order of their ids. */
    public List<Told> open(Collection<UUID> accounts) {
        return told(roles.holders(accounts));
    }

    private static List<Told> told(List<vn.langso.identity.roles.Holder> holders) {
        return holders.stream()
                .map(holder -> new Told(holder.accountId(), holder.language()))
                .toList();
    }

    /** Every place whose role covers this one: upwards, and over what the places became. */
    private Set<UUID> covering(UUID placeId) {
        PlaceTree tree = places.tree();
        Set<UUID> seen = new LinkedHashSet<>();
        if (tree.find(placeId).isEmpty()) {
            return seen;
        }
        Deque<UUID> open = new ArrayDeque<>(List.of(placeId));
        while (!open.isEmpty()) {
            UUID next = open.pop();
            if (seen.add(next)) {
                tree.parent(next, tree.today()).ifPresent(parent -> open.push(parent.id()));
                tree.successors(next).forEach(place -> open.push(place.id()));
            }
        }
        seen.removeIf(place -> !tree.covered(place).contains(placeId));
        return seen;
    }
}
