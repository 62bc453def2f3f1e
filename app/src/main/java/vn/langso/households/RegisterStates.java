package vn.langso.households;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** States as the audit keeps them and the history shows them: names of fields and their texts, numbers masked. */
final class RegisterStates {

    private RegisterStates() {}

    static Map<String, Object> of(Household household) {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("number", household.number());
        state.put("lane", household.lane());
        state.put("address", household.address());
        return state;
    }

    static Map<String, Object> of(Person person) {
        Map<String, Object> state = new LinkedHashMap<>();
        BirthDate birth = person.birth();
        NewPerson.Sex sex = person.sex();
        state.put("person", person.fullName());
        state.put("birth", birth == null ? "" : birth.text());
        state.put("sex", sex == null ? "" : sex.code());
        state.put("relation", person.relation().code());
        state.put("residence", person.residence().code());
        state.put("cccd", text(person.cccdMask()));
        state.put("phone", text(person.phoneMask()));
        return state;
    }

    static Map<String, Object> of(RegisterAttribute attribute, AttributeValue known) {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("attribute", attribute.code());
        state.put("value", known.value());
        state.put("from", known.from().toString());
        state.put("source", known.source().code());
        return state;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
