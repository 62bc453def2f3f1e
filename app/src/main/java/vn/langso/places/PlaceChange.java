package vn.langso.places;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** One thing that a decision does to places. */
public sealed interface PlaceChange {

    /** Name of the kind of change, also its action in the audit: "merge". */
    String name();

    /** The places that the caller must cover. */
    Set<UUID> subjects();

    /** New villages below communes. */
    record Establish(List<NewVillage> villages) implements PlaceChange {

        @Override
        public String name() {
            return "establish";
        }

        @Override
        public Set<UUID> subjects() {
            return Set.copyOf(villages.stream().map(NewVillage::parentId).toList());
        }
    }

    /** Another name or another type (xã to phường) for the same area. */
    record Rename(UUID placeId, String unitType, String newName) implements PlaceChange {

        @Override
        public String name() {
            return "rename";
        }

        @Override
        public Set<UUID> subjects() {
            return Set.of(placeId);
        }
    }

    /** The place comes under another parent. */
    record Move(UUID placeId, UUID newParentId) implements PlaceChange {

        @Override
        public String name() {
            return "move";
        }

        @Override
        public Set<UUID> subjects() {
            return Set.copyOf(List.of(placeId, newParentId));
        }
    }

    /** The place ends without a successor; nothing may lie below it. */
    record End(UUID placeId) implements PlaceChange {

        @Override
        public String name() {
            return "end";
        }

        @Override
        public Set<UUID> subjects() {
            return Set.of(placeId);
        }
    }

    /** The sources end and go wholly into the heir, with everything below them. */
    record Merge(List<UUID> sources, Heir heir) implements PlaceChange {

        @Override
        public String name() {
            return "merge";
        }

        @Override
        public Set<UUID> subjects() {
            return Set.copyOf(sources);
        }
    }

    /** The source ends and goes in parts into the heirs; each place below it must be given to one of them. */
    record Split(UUID source, List<Heir> heirs) implements PlaceChange {

        @Override
        public String name() {
            return "split";
        }

        @Override
        public Set<UUID> subjects() {
            return Set.of(source);
        }
    }

    /**
     * Where a merged or divided place goes: into a place that exists and lives on, or into a new one.
     *
     * @param existingId the place that lives on; null for a new place, which may keep the code of an old one
     * @param children for a split: the places below the source that come here
     */
    record Heir(@Nullable UUID existingId, String code, String unitType, String name, Set<UUID> children) {

        public static Heir existing(UUID id, Set<UUID> children) {
            return new Heir(id, "", "", "", children);
        }

        public static Heir fresh(String code, String unitType, String name, Set<UUID> children) {
            return new Heir(null, code, unitType, name, children);
        }
    }
}
