package vn.langso.infrastructure;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import vn.langso.kernel.Problem;
import vn.langso.places.PlaceOnDay;
import vn.langso.places.PlaceTree;
import vn.langso.places.Places;
import vn.langso.shell.ApiShape;
import vn.langso.shell.Caller;
import vn.langso.shell.Needs;

/** Things of villages over the API. A change is a merge patch (RFC 7386) that names the version it was made from. */
@RestController
class InfrastructureApiController {

    private static final int MOST = 500;

    private final Infrastructure infrastructure;
    private final Places places;
    private final JsonMapper json;

    InfrastructureApiController(Infrastructure infrastructure, Places places, JsonMapper json) {
        this.infrastructure = infrastructure;
        this.places = places;
        this.json = json;
    }

    record ServiceItem(
            String technology,
            @Nullable String operator,
            LocalDate since,
            @Nullable LocalDate until) {

        static List<ServiceItem> of(List<NetworkOffer> services) {
            return services.stream()
                    .map(service -> new ServiceItem(
                            service.technology().code(), service.operator(), service.since(), service.until()))
                    .toList();
        }
    }

    record AssetItem(
            UUID id,
            String place,
            String kind,
            String name,
            @Nullable String operator,
            @Nullable String location,
            @Nullable Double latitude,
            @Nullable Double longitude,
            @Nullable Integer lengthM,
            LocalDate since,
            @Nullable LocalDate until,
            String source,
            List<ServiceItem> services,
            int version) {}

    record Items(List<AssetItem> items, @Nullable UUID after) {}

    /** Things in use on the day below the place; {@code kind} (for example {@code lane}) asks for one kind. */
    @Needs(Infrastructure.READ)
    @GetMapping("/api/v1/places/{code}/infrastructure")
    Items assets(
            Caller caller,
            @PathVariable String code,
            @RequestParam @Nullable String kind,
            @RequestParam @Nullable String on,
            @RequestParam @Nullable UUID after,
            @RequestParam(defaultValue = "100") int limit) {
        PlaceOnDay asked = PlaceOnDay.of(places.tree(), code, on);
        int size = Math.clamp(limit, 1, MOST);
        List<Asset> found = infrastructure.assets(caller, question(asked, kind), after, size);
        UUID next = found.size() < size ? null : found.getLast().id();
        return new Items(
                found.stream()
                        .filter(asset -> asset.on(asked.on()))
                        .map(this::item)
                        .toList(),
                next);
    }

    @Needs(Infrastructure.EDIT)
    @PostMapping("/api/v1/places/{code}/infrastructure")
    ResponseEntity<AssetItem> addAsset(Caller caller, @PathVariable String code, @RequestBody AssetInput sent) {
        UUID id = infrastructure.addAsset(caller, village(caller, code), sent.read());
        return ResponseEntity.created(URI.create("/api/v1/places/" + code + "/infrastructure/" + id))
                .body(item(asset(caller, code, id)));
    }

    @Needs(Infrastructure.EDIT)
    @PatchMapping("/api/v1/places/{code}/infrastructure/{id}")
    @ApiShape(patched = AssetInput.class)
    AssetItem changeAsset(
            Caller caller, @PathVariable String code, @PathVariable UUID id, @RequestBody ObjectNode patch) {
        caller.require(Infrastructure.EDIT, village(caller, code));
        AssetInput merged = merged(AssetInput.of(asset(caller, code, id).details()), patch);
        infrastructure.changeAsset(caller, id, version(patch), merged.read());
        return item(asset(caller, code, id));
    }

    private static AssetQuestion question(PlaceOnDay asked, @Nullable String kind) {
        UUID place = asked.place().id();
        if (kind == null) {
            return AssetQuestion.all(place, asked.on());
        }
        AssetKind only = AssetKind.ofCode(kind)
                .orElseThrow(() ->
                        Problem.at("kind", InfrastructureProblem.KIND_UNKNOWN).asException());
        return new AssetQuestion(place, asked.on(), List.of(only));
    }

    private UUID village(Caller caller, String code) {
        UUID village = PlaceOnDay.of(places.tree(), code, null).place().id();
        caller.require(Infrastructure.EDIT, village);
        return village;
    }

    /** The thing, if it belongs to a village under this code. */
    private Asset asset(Caller caller, String code, UUID id) {
        return infrastructure
                .findAsset(caller, id)
                .filter(asset -> codeOf(asset.placeId()).equals(code))
                .orElseThrow(() -> Problem.of(InfrastructureProblem.UNKNOWN).asException());
    }

    private AssetInput merged(AssetInput current, ObjectNode patch) {
        try {
            ObjectNode state = json.valueToTree(current);
            state.setAll(patch);
            return json.treeToValue(state.without(Set.of("version")), AssetInput.class);
        } catch (JacksonException odd) {
            throw Problem.of(InfrastructureProblem.PATCH_UNREADABLE).asException();
        }
    }

    private static int version(ObjectNode patch) {
        JsonNode version = patch.get("version");
        if (version == null || !version.canConvertToInt()) {
            throw Problem.at("version", InfrastructureProblem.VERSION_NEEDED).asException();
        }
        return version.asInt();
    }

    private AssetItem item(Asset asset) {
        AssetDetails details = asset.details();
        Position position = details.position();
        return new AssetItem(
                asset.id(),
                codeOf(asset.placeId()),
                details.kind().code(),
                details.name(),
                details.operator(),
                details.location(),
                position == null ? null : position.latitude(),
                position == null ? null : position.longitude(),
                details.lengthM(),
                details.since(),
                details.until(),
                details.source(),
                ServiceItem.of(details.services()),
                asset.version());
    }

    private String codeOf(UUID place) {
        PlaceTree tree = places.tree();
        return tree.get(place).code();
    }
}
