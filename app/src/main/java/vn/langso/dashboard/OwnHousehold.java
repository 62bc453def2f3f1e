package vn.langso.dashboard;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import vn.langso.households.AttributeValue;
import vn.langso.households.Household;
import vn.langso.households.Households;
import vn.langso.households.Person;
import vn.langso.households.RegisterAttribute;
import vn.langso.kernel.Role;
import vn.langso.kernel.Texts;
import vn.langso.shell.Caller;
import vn.langso.shell.HomeCard;
import vn.langso.shell.Html;
import vn.langso.shell.Page;

/**
 * For residents whom the register knows: what it holds about their own household. Names nobody but the head, because the phone may be
 * shared; read in the reader's own name, so it is no look at somebody's data.
 */
@Component
class OwnHousehold implements HomeCard {

    private static final List<RegisterAttribute> TOLD =
            List.of(RegisterAttribute.INTERNET, RegisterAttribute.SMARTPHONE, RegisterAttribute.ADDRESS_CODE);

    private final Households households;

    OwnHousehold(Households households) {
        this.households = households;
    }

    /** One line of what is known; {@code source} says from where and since when, empty when nothing is known. */
    record Fact(String name, String value, String source) {}

    record View(Page page, Household household, List<Fact> facts) {

        /** "Số 10, Đường trục chính"; empty when the register has neither. */
        String address() {
            return Stream.of(household.address(), household.lane())
                    .filter(part -> !part.isEmpty())
                    .reduce((one, other) -> one + ", " + other)
                    .orElse("");
        }
    }

    @Override
    public Slot slot() {
        return Slot.MAIN;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public @Nullable Content content(Page page, Caller caller) {
        if (caller.role() != Role.RESIDENT) {
            return null;
        }
        return of(caller.personId())
                .map(household -> {
                    List<Fact> facts = TOLD.stream()
                            .map(attribute -> fact(attribute, household, page.t()))
                            .toList();
                    return Html.content("dashboard/_own.jte", new View(page, household, facts));
                })
                .orElse(null);
    }

    private Optional<Household> of(@Nullable UUID personId) {
        Caller program = Caller.program("dashboard");
        return Optional.ofNullable(personId)
                .flatMap(own -> households.findPerson(program, own))
                .filter(person -> person.registeredTo() == null)
                .map(Person::householdId)
                .flatMap(id -> households.find(program, id));
    }

    private static Fact fact(RegisterAttribute attribute, Household household, Texts t) {
        String name = t.say("households.attribute." + attribute.code());
        AttributeValue known = household.attributes().get(attribute);
        if (known == null) {
            return new Fact(name, t.say("dashboard.own.unknown"), "");
        }
        String value = attribute.choices().isEmpty() ? known.value() : t.say("households.value." + known.value());
        String source = t.say("households.source." + known.source().code());
        return new Fact(name, value, t.say("dashboard.own.source", source, t.date(known.from())));
    }
}
