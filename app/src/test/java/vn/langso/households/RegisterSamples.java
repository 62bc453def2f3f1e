package vn.langso.households;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import vn.langso.households.AttributeValue.Source;
import vn.langso.households.NewPerson.Relation;
import vn.langso.households.NewPerson.Residence;
import vn.langso.households.NewPerson.Sex;

/** Invented households and people. */
public final class RegisterSamples {

    public static final LocalDate DAY = LocalDate.of(2023, 1, 1);

    private RegisterSamples() {}

    public static NewPerson person(String name, Relation relation) {
        return new NewPerson(
                name, BirthDate.ofYear(1980), Sex.MALE, relation, Residence.PERMANENT, null, null, Map.of());
    }

    public static NewPerson withNumbers(NewPerson person, @Nullable String cccd, @Nullable String phone) {
        return new NewPerson(
                person.fullName(),
                person.birth(),
                person.sex(),
                person.relation(),
                person.residence(),
                cccd,
                phone,
                person.attributes());
    }

    public static NewHousehold household(UUID village, String number, String... names) {
        List<NewPerson> members = Arrays.stream(names)
                .map(name -> person(name, name.equals(names[0]) ? Relation.HEAD : Relation.CHILD))
                .toList();
        return new NewHousehold(village, number, "Ngõ 3", "Số nhà 12", DAY, Map.of(), members);
    }

    public static NewHousehold with(NewHousehold household, RegisterAttribute attribute, String value) {
        return new NewHousehold(
                household.villageId(),
                household.number(),
                household.lane(),
                household.address(),
                household.registeredFrom(),
                Map.of(attribute, known(value, DAY)),
                household.members());
    }

    public static AttributeValue known(String value, LocalDate from) {
        return new AttributeValue(value, from, Source.SURVEY);
    }
}
