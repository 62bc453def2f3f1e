package vn.langso.households.api;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

import vn.langso.households.AttributeValue;
import vn.langso.households.AttributeValue.Source;
import vn.langso.households.BirthDate;
import vn.langso.households.Household;
import vn.langso.households.HouseholdDraft;
import vn.langso.households.HouseholdProblem;
import vn.langso.households.Households;
import vn.langso.households.NewHousehold;
import vn.langso.households.NewPerson;
import vn.langso.households.Person;
import vn.langso.households.RegisterAttribute;
import vn.langso.households.detail.HouseholdPages;
import vn.langso.households.entry.Checked;
import vn.langso.households.entry.PersonDraft;
import vn.langso.households.entry.RegisterRules;
import vn.langso.households.search.HouseholdPage;
import vn.langso.households.search.HouseholdQuery;
import vn.langso.households.search.HouseholdQuery.Filter;
import vn.langso.households.search.HouseholdQuery.Sort;
import vn.langso.households.search.HouseholdSearch;
import vn.langso.kernel.Folding;
import vn.langso.kernel.Problem;
import vn.langso.kernel.ProblemException;
import vn.langso.places.Place;
import vn.langso.shell.ApiShape;
import vn.langso.shell.Caller;
import vn.langso.shell.Needs;

/**
 * The register for other programs. Numbers of cards and phones are masked here as everywhere.
 *
 * <p>A household's ETag is its version. A change may name the version it was made from in {@code If-Match}; when somebody came first it is
 * answered with 412 and the household as it is now.
 */
@RestController
class HouseholdsApiController {

    private final Households households;
    private final HouseholdSearch search;
    private final HouseholdPages frames;

    HouseholdsApiController(Households households, HouseholdSearch search, HouseholdPages frames) {
        this.households = households;
        this.search = search;
        this.frames = frames;
    }

    record Known(String value, LocalDate from, String source) {}

    record PersonItem(
            UUID id,
            String fullName,
            @Nullable String birth,
            @Nullable String sex,
            String relation,
            String residence,
            @Nullable String cccd,
            @Nullable String phone,
            Map<String, Known> attributes,
            int version) {}

    record HouseholdItem(
            UUID id,
            String place,
            String number,
            String head,
            String lane,
            String address,
            int memberCount,
            Map<String, Known> attributes,
            LocalDate registeredFrom,
            @Nullable LocalDate registeredTo,
            int version,
            @Nullable PersonItem found,
            @Nullable List<PersonItem> members) {}

    record Items(List<HouseholdItem> items, @Nullable String after) {}

    record ListQuestion(
            @Nullable String place,
            @Nullable String query,
            @Nullable String filter,
            @Nullable String sort,
            @Nullable String after,
            @Nullable Integer limit) {}

    /** A household's fields; those that are null stay as they are. */
    record HouseholdPatch(
            @Nullable String number,
            @Nullable String lane,
            @Nullable String address) {}

    record AttributeInput(
            @Nullable String value,
            @Nullable LocalDate from,
            @Nullable String source) {}

    record PersonInput(
            @Nullable String fullName,
            @Nullable String birth,
            @Nullable String sex,
            @Nullable String relation,
            @Nullable String residence,
            @Nullable String cccd,
            @Nullable String phone,
            @Nullable LocalDate from) {}

    record HouseholdInput(
            @Nullable String place,
            @Nullable String number,
            @Nullable String lane,
            @Nullable String address,
            @Nullable LocalDate from,
            @Nullable List<PersonInput> members) {}

    record Made(UUID id) {}

    @Needs(Households.READ)
    @GetMapping("/api/v1/households")
    Items list(Caller caller, ListQuestion asked) {
        Integer limit = asked.limit();
        HouseholdPage page = search.list(
                caller,
                new HouseholdQuery(
                        frames.place(caller, or(asked.place())).id(),
                        or(asked.query()),
                        Filter.ofCode(or(asked.filter())).orElse(null),
                        "number".equals(asked.sort()) ? Sort.NUMBER : Sort.NAME,
                        or(asked.after()),
                        limit == null ? 50 : limit));
        return new Items(
                page.items().stream()
                        .map(row -> item(row.household(), row.found() == null ? null : item(row.found()), null))
                        .toList(),
                page.after());
    }

    @Needs(Households.READ)
    @GetMapping("/api/v1/households/{id}")
    @ApiShape(etag = true)
    ResponseEntity<HouseholdItem> show(Caller caller, @PathVariable UUID id) {
        return answer(HttpStatus.OK, caller, id);
    }

    @Needs(Households.EDIT)
    @PostMapping("/api/v1/households")
    ResponseEntity<Made> register(Caller caller, @RequestBody HouseholdInput input) {
        LocalDate from = input.from() == null ? frames.today() : input.from();
        List<Problem> problems = new ArrayList<>();
        Checked<HouseholdDraft> checked =
                RegisterRules.household(new HouseholdDraft(or(input.number()), or(input.lane()), or(input.address())));
        problems.addAll(checked.problems());
        List<NewPerson> members = new ArrayList<>();
        for (PersonInput member : input.members() == null ? List.<PersonInput>of() : input.members()) {
            Checked<NewPerson> person = RegisterRules.person(draft(member), frames.today());
            problems.addAll(person.problems());
            if (person.value() != null) {
                members.add(person.value());
            }
        }
        Place village = frames.findVillage(or(input.place())).orElse(null);
        if (village == null) {
            problems.add(Problem.at("place", HouseholdProblem.NO_VILLAGE));
        }
        if (village == null || !problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        HouseholdDraft clean = checked.orThrow();
        UUID id = households.register(
                caller,
                new NewHousehold(village.id(), clean.number(), clean.lane(), clean.address(), from, Map.of(), members));
        return ResponseEntity.status(HttpStatus.CREATED)
                .header(HttpHeaders.LOCATION, "/api/v1/households/" + id)
                .body(new Made(id));
    }

    @Needs(Households.EDIT)
    @PostMapping("/api/v1/households/{id}/persons")
    ResponseEntity<Made> addPerson(Caller caller, @PathVariable UUID id, @RequestBody PersonInput input) {
        NewPerson person = RegisterRules.person(draft(input), frames.today()).orThrow();
        LocalDate from = input.from() == null ? frames.today() : input.from();
        UUID personId = households.addPerson(caller, id, person, from);
        return ResponseEntity.status(HttpStatus.CREATED)
                .header(HttpHeaders.LOCATION, "/api/v1/households/" + id)
                .body(new Made(personId));
    }

    @Needs(Households.EDIT)
    @PatchMapping("/api/v1/households/{id}")
    ResponseEntity<HouseholdItem> edit(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody HouseholdPatch patch) {
        Household now = frames.household(caller, id);
        Integer version = version(ifMatch);
        HouseholdDraft clean = RegisterRules.household(new HouseholdDraft(
                        patch.number() == null ? now.number() : patch.number(),
                        patch.lane() == null ? now.lane() : patch.lane(),
                        patch.address() == null ? now.address() : patch.address()))
                .orThrow();
        return unlessChanged(
                caller, id, () -> households.edit(caller, id, clean, version == null ? now.version() : version));
    }

    @Needs(Households.EDIT)
    @PatchMapping("/api/v1/households/{id}/attributes/{code}")
    ResponseEntity<HouseholdItem> setAttribute(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable String code,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody AttributeInput input) {
        AttributeValue value = new AttributeValue(
                Folding.clean(or(input.value())),
                input.from() == null ? frames.today() : input.from(),
                Source.ofCode(or(input.source())).orElse(Source.OFFICER));
        RegisterAttribute attribute = attribute(code);
        return unlessChanged(caller, id, () -> households.setAttribute(caller, id, attribute, value, version(ifMatch)));
    }

    @Needs(Households.EDIT)
    @DeleteMapping("/api/v1/households/{id}/attributes/{code}")
    ResponseEntity<HouseholdItem> deleteAttribute(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable String code,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        RegisterAttribute attribute = attribute(code);
        return unlessChanged(caller, id, () -> households.deleteAttribute(caller, id, attribute, version(ifMatch)));
    }

    /** The household after the change, or 412 with the household as somebody else left it. */
    private ResponseEntity<HouseholdItem> unlessChanged(Caller caller, UUID id, Runnable change) {
        try {
            change.run();
            return answer(HttpStatus.OK, caller, id);
        } catch (ProblemException refused) {
            if (refused.problems().getFirst().code() != HouseholdProblem.CHANGED_MEANWHILE) {
                throw refused;
            }
            return answer(HttpStatus.PRECONDITION_FAILED, caller, id);
        }
    }

    private ResponseEntity<HouseholdItem> answer(HttpStatus status, Caller caller, UUID id) {
        Household household = frames.household(caller, id);
        List<PersonItem> members = households.members(caller, id).stream()
                .map(HouseholdsApiController::item)
                .toList();
        return ResponseEntity.status(status)
                .eTag("\"" + household.version() + "\"")
                .body(item(household, null, members));
    }

    private HouseholdItem item(Household household, @Nullable PersonItem found, @Nullable List<PersonItem> members) {
        return new HouseholdItem(
                household.id(),
                frames.village(household.villageId()).code(),
                household.number(),
                household.headName(),
                household.lane(),
                household.address(),
                household.memberCount(),
                known(household.attributes()),
                household.registeredFrom(),
                household.registeredTo(),
                household.version(),
                found,
                members);
    }

    private static PersonItem item(Person person) {
        BirthDate birth = person.birth();
        NewPerson.Sex sex = person.sex();
        return new PersonItem(
                person.id(),
                person.fullName(),
                birth == null ? null : birth.text(),
                sex == null ? null : sex.code(),
                person.relation().code(),
                person.residence().code(),
                person.cccdMask(),
                person.phoneMask(),
                known(person.attributes()),
                person.version());
    }

    private static Map<String, Known> known(Map<RegisterAttribute, AttributeValue> attributes) {
        Map<String, Known> known = new LinkedHashMap<>();
        attributes.forEach((attribute, value) -> known.put(
                attribute.code(),
                new Known(value.value(), value.from(), value.source().code())));
        return known;
    }

    private static PersonDraft draft(PersonInput input) {
        return new PersonDraft(
                or(input.fullName()),
                or(input.birth()),
                or(input.sex()),
                or(input.relation()),
                or(input.residence()),
                or(input.cccd()),
                or(input.phone()));
    }

    private static String or(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** The version of an ETag; refuses one that is none of ours. */
    private static @Nullable Integer version(@Nullable String ifMatch) {
        if (ifMatch == null || "*".equals(ifMatch)) {
            return null;
        }
        try {
            return Integer.valueOf(ifMatch.replace("W/", "").replace("\"", "").strip());
        } catch (NumberFormatException e) {
            throw Problem.at("If-Match", HouseholdProblem.VERSION_NEEDED).asException();
        }
    }

    private static RegisterAttribute attribute(String code) {
        return RegisterAttribute.ofCode(code)
                .orElseThrow(() ->
                        Problem.at("code", HouseholdProblem.ATTRIBUTE_UNKNOWN).asException());
    }
}
