package vn.langso.dashboard;

import java.time.LocalDate;
import java.time.Period;
import java.util.UUID;

import org.springframework.stereotype.Component;

import vn.langso.households.BirthDate;
import vn.langso.households.Households;
import vn.langso.households.NewPerson.Sex;
import vn.langso.households.Person;
import vn.langso.kernel.Texts;
import vn.langso.shell.Caller;

/** Addresses a resident as one does in the village: "bà Thoa" when the register knows age and sex, else by the full name. */
@Component
class Greeting {

    private static final int GROWN = 18;
    private static final int OLD = 60;
    private static final int VERY_OLD = 80;

    private final Households households;

    Greeting(Households households) {
        this.households = households;
    }

    /** How to address the reader on that day. Their own entry is read in their own name, so it is no look at somebody's data. */
    String of(Caller caller, Texts t, LocalDate today) {
        UUID own = caller.personId();
        if (own == null) {
            return caller.name();
        }
        return households
                .findPerson(Caller.program("dashboard"), own)
                .map(person -> address(person, t, today))
                .orElse(caller.name());
    }

    static String address(Person person, Texts t, LocalDate today) {
        BirthDate birth = person.birth();
        Sex sex = person.sex();
        int age = birth == null ? 0 : Period.between(birth.date(), today).getYears();
        if (sex == null || age < GROWN) {
            return person.fullName();
        }
        String key = age >= VERY_OLD ? "very-old" : (age >= OLD ? "old." : "grown.") + sex.code();
        String given = person.fullName().substring(person.fullName().lastIndexOf(' ') + 1);
        return t.say("dashboard.address." + key, given);
    }
}
