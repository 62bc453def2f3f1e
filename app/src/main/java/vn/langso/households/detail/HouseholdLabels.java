package vn.langso.households.detail;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import vn.langso.audit.AuditEntry;
import vn.langso.households.AttributeValue;
import vn.langso.households.BirthDate;
import vn.langso.households.NewPerson;
import vn.langso.households.RegisterAttribute;
import vn.langso.households.RegisterAttribute.Subject;
import vn.langso.kernel.Texts;

/** The register's values in the reader's language. */
public record HouseholdLabels(Texts t) {

    /** One known or unknown fact; value, source and date are empty when it is not known. */
    public record Fact(String code, String name, String value, String source, String from) {

        boolean isKnown() {
            return !value.isEmpty();
        }
    }

    /** One line of the history. */
    public record Event(String what, List<String> details, String who, String at, String atIso) {}

    public List<Fact> facts(Subject subject, Map<RegisterAttribute, AttributeValue> known) {
        return RegisterAttribute.of(subject).stream()
                .map(attribute -> fact(attribute, known.get(attribute)))
                .toList();
    }

    private Fact fact(RegisterAttribute attribute, @Nullable AttributeValue known) {
        return known == null
                ? new Fact(attribute.code(), name(attribute), "", "", "")
                : new Fact(
                        attribute.code(),
                        name(attribute),
                        value(attribute.code(), known.value()),
                        t.say("households.source." + known.source().code()),
                        t.date(known.from()));
    }

    public String name(RegisterAttribute attribute) {
        return t.say("households.attribute." + attribute.code());
    }

    /** "Có", "Hộ nghèo"; free text stays as it is. */
    public String value(String code, String value) {
        String own = "households.value." + code + "." + value;
        String shared = "households.value." + value;
        return t.has(own) ? t.say(own) : t.has(shared) ? t.say(shared) : value;
    }

    public Map<String, String> values(RegisterAttribute attribute) {
        Map<String, String> choices = new LinkedHashMap<>();
        attribute.choices().forEach(value -> choices.put(value, value(attribute.code(), value)));
        return choices;
    }

    public Map<String, String> sources() {
        Map<String, String> choices = new LinkedHashMap<>();
        Arrays.stream(AttributeValue.Source.values())
                .filter(source -> source != AttributeValue.Source.IMPORT)
                .forEach(source -> choices.put(source.code(), t.say("households.source." + source.code())));
        return choices;
    }

    public Map<String, String> relations(boolean head) {
        Map<String, String> choices = new LinkedHashMap<>();
        Arrays.stream(NewPerson.Relation.values())
                .filter(relation -> head == (relation == NewPerson.Relation.HEAD))
                .forEach(relation -> choices.put(relation.code(), relation(relation)));
        return choices;
    }

    public Map<String, String> residences() {
        Map<String, String> choices = new LinkedHashMap<>();
        Arrays.stream(NewPerson.Residence.values())
                .forEach(residence -> choices.put(residence.code(), residence(residence)));
        return choices;
    }

    public Map<String, String> sexes() {
        Map<String, String> choices = new LinkedHashMap<>();
        Arrays.stream(NewPerson.Sex.values()).forEach(sex -> choices.put(sex.code(), sex(sex)));
        return choices;
    }

    public Map<String, String> reasons(String... codes) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (String code : codes) {
            choices.put(code, t.say("households.reason." + code));
        }
        return choices;
    }

    public String relation(NewPerson.Relation relation) {
        return t.say("households.relation." + relation.code());
    }

    public String residence(NewPerson.Residence residence) {
        return t.say("households.residence." + residence.code());
    }

    public String sex(NewPerson.@Nullable Sex sex) {
        return sex == null ? "" : t.say("households.sex." + sex.code());
    }

    /** "20/11/1985, 41 tuổi"; empty when unknown. */
    public String birth(@Nullable BirthDate birth, LocalDate today) {
        if (birth == null) {
            return "";
        }
        int years = Period.between(birth.date(), today).getYears();
        return t.say(
                birth.precision() == BirthDate.Precision.DAY
                        ? "households.person.born"
                        : "households.person.born-about",
                birth.text(),
                years);
    }

    public List<Event> history(List<AuditEntry> entries) {
        return entries.stream()
                .map(entry -> new Event(
                        t.say("households.action." + entry.action().replace("households.", "")),
                        details(read(entry.before()), read(entry.after())),
                        entry.actorName(),
                        t.dateTime(entry.at()),
                        entry.at().toString()))
                .toList();
    }

    /** Fields whose value differs, as "Ngõ: Ngõ 1 → Ngõ 2"; the name of the person concerned comes first. */
    private List<String> details(Map<String, String> before, Map<String, String> after) {
        List<String> details = new ArrayList<>();
        Map<String, String> all = new LinkedHashMap<>(before);
        all.putAll(after);
        all.forEach((field, value) -> {
            String label = "households.field." + field;
            String old = before.getOrDefault(field, "");
            String now = after.getOrDefault(field, "");
            if (!t.has(label) || (old.equals(now) && !"person".equals(field) && !"attribute".equals(field))) {
                return;
            }
            boolean same = old.equals(now) || old.isEmpty() || now.isEmpty();
            String shown = now.isEmpty() ? old : now;
            details.add(
                    same
                            ? t.say("households.history.value", t.say(label), said(field, shown, all))
                            : t.say(
                                    "households.history.change",
                                    t.say(label),
                                    said(field, old, all),
                                    said(field, now, all)));
        });
        return details;
    }

    private String said(String field, String value, Map<String, String> all) {
        String key = "households." + field + "." + value;
        return switch (field) {
            case "value" -> value(all.getOrDefault("attribute", ""), value);
            case "from", "to" -> t.date(LocalDate.parse(value));
            default -> t.has(key) ? t.say(key) : value;
        };
    }

    private static Map<String, String> read(@Nullable String json) {
        Map<String, String> state = new LinkedHashMap<>();
        if (json != null) {
            JsonMapper.shared().readTree(json).propertyStream().forEach(entry -> {
                JsonNode node = entry.getValue();
                state.put(entry.getKey(), node.isValueNode() ? node.asString() : "");
            });
        }
        return state;
    }
}
