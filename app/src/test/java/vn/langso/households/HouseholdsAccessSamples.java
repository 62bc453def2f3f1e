package vn.langso.households;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import vn.langso.kernel.Role;
import vn.langso.places.Place;
import vn.langso.scenarios.AccessSamples;
import vn.langso.shell.Caller;
import vn.langso.shell.CallerSamples;

/** A household with two people in each village for the access matrix. */
class HouseholdsAccessSamples implements AccessSamples {

    private final Households households;

    HouseholdsAccessSamples(Households households) {
        this.households = households;
    }

    @Override
    public Map<String, String> make(Caller program, Place own, Place foreign) {
        UUID near = registered(program, own);
        UUID far = registered(program, foreign);
        return Map.of(
                "household.own", near.toString(),
                "household.foreign", far.toString(),
                "person.own", lastOf(program, near),
                "person.foreign", lastOf(program, far),
                "undo.own", changed(own, near),
                "undo.foreign", changed(foreign, far));
    }

    private String changed(Place village, UUID household) {
        Caller head = CallerSamples.of(Role.VILLAGE_HEAD, village.id());
        AttributeValue said = new AttributeValue("no", LocalDate.of(2026, 1, 2), AttributeValue.Source.SELF);
        households.setAttribute(head, household, RegisterAttribute.SMARTPHONE, said, null);
        return households.undoOffered(head, household).orElseThrow().toString();
    }

    private UUID registered(Caller program, Place village) {
        NewHousehold household = RegisterSamples.household(village.id(), "TQ-9", "Lê Văn Mẫu", "Lê Thị Mẫu");
        return households
                .registerAll(program, List.of(RegisterSamples.with(household, RegisterAttribute.INTERNET, "yes")), null)
                .getFirst();
    }

    private String lastOf(Caller program, UUID household) {
        return households.members(program, household).getLast().id().toString();
    }
}
