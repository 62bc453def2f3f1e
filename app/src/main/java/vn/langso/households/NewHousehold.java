package vn.langso.households;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A household to be registered, checked and clean.
 *
 * @param number its number in the village's register, unique there: "HK-001"
 * @param lane road or lane, may be empty
 * @param address house number and what else leads to the door, may be empty
 * @param registeredFrom first day on which it counts
 * @param members at most one of them the head; without a head the first one is shown as such
 */
public record NewHousehold(
        UUID villageId,
        String number,
        String lane,
        String address,
        LocalDate registeredFrom,
        Map<RegisterAttribute, AttributeValue> attributes,
        List<NewPerson> members) {

    public NewHousehold {
        attributes = Map.copyOf(attributes);
        members = List.copyOf(members);
    }
}
