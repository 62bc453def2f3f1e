package vn.langso.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;

import vn.langso.households.AttributeValue;
import vn.langso.households.AttributeValue.Source;
import vn.langso.households.BirthDate;
import vn.langso.households.BirthDate.Precision;
import vn.langso.households.NewPerson;
import vn.langso.households.NewPerson.Relation;
import vn.langso.households.NewPerson.Residence;
import vn.langso.households.NewPerson.Sex;
import vn.langso.households.RegisterAttribute;

/**
 * Makes invented families that look like life: three generations, young people who work away, old people without a card or with only a
 * birth year. Same seed, same families.
 */
final class InventedPeople {

    private static final int THIS_YEAR = 2026;
    private static final int PERSONA_AGE = 68;

    private static final List<String> FAMILY_NAMES = List.of(
            "Nguyễn", "Nguyễn", "Nguyễn", "Lê", "Lê", "Trần", "Phạm", "Hoàng", "Mai", "Vũ", "Đỗ", "Trịnh", "Lưu",
            "Tống", "Lại");
    private static final List<String> MALE_MIDDLE =
            List.of("Văn", "Văn", "Văn", "Đình", "Hữu", "Công", "Xuân", "Quang");
    private static final List<String> FEMALE_MIDDLE = List.of("Thị", "Thị", "Thị", "Thị", "Thu", "Ngọc", "Kim");
    private static final List<String> MALE_GIVEN = List.of(
            "An", "Bình", "Cường", "Dũng", "Đạt", "Đức", "Hải", "Hiếu", "Hòa", "Hùng", "Khoa", "Lâm", "Long", "Minh",
            "Nam", "Phong", "Quân", "Sơn", "Tâm", "Thành", "Thắng", "Tiến", "Toàn", "Trung", "Tuấn", "Vinh");
    private static final List<String> FEMALE_GIVEN = List.of(
            "Anh", "Ân", "Bích", "Chi", "Dung", "Đào", "Giang", "Hà", "Hạnh", "Hằng", "Hiền", "Hoa", "Huệ", "Hương",
            "Lan", "Liên", "Loan", "Mai", "Nga", "Ngân", "Nhung", "Oanh", "Phượng", "Quyên", "Thảo", "Thoa", "Thủy",
            "Tuyết", "Vân", "Xuân");

    /** What is known of people was written down within these days. */
    private static final int KNOWN_FOR_DAYS = 1700;

    private final RandomGenerator random;
    private final LocalDate today;

    InventedPeople(RandomGenerator random, LocalDate today) {
        this.random = random;
        this.today = today;
    }

    /**
     * A household's members, the head first.
     *
     * @param persona is the head, an old woman with the phone of her account; null draws one
     */
    List<NewPerson> family(@Nullable Persona persona, int members) {
        List<NewPerson> family = new ArrayList<>();
        String name = pick(FAMILY_NAMES);
        Sex headSex = persona != null || random.nextInt(4) == 0 ? Sex.FEMALE : Sex.MALE;
        int headAge = persona == null ? 32 + random.nextInt(48) : PERSONA_AGE;
        NewPerson head = person(name, headSex, Relation.HEAD, headAge);
        family.add(persona == null ? head : as(persona, head));
        if (members > 1) {
            boolean woman = headSex == Sex.MALE;
            Relation relation = woman ? Relation.WIFE : Relation.HUSBAND;
            family.add(person(
                    pick(FAMILY_NAMES), woman ? Sex.FEMALE : Sex.MALE, relation, headAge - 3 + random.nextInt(6)));
        }
        while (family.size() < members) {
            boolean grandparent = headAge < 55 && family.size() == members - 1 && random.nextInt(3) == 0;
            family.add(
                    grandparent
                            ? person(pick(FAMILY_NAMES), Sex.FEMALE, Relation.MOTHER, headAge + 22 + random.nextInt(8))
                            : person(
                                    name,
                                    coin(Sex.MALE, Sex.FEMALE),
                                    Relation.CHILD,
                                    Math.max(0, headAge - 24 - random.nextInt(12))));
        }
        return family;
    }

    private static NewPerson as(Persona persona, NewPerson drawn) {
        return new NewPerson(
                persona.name(),
                drawn.birth(),
                drawn.sex(),
                drawn.relation(),
                drawn.residence(),
                drawn.cccd(),
                "+84" + persona.phone().substring(1),
                drawn.attributes());
    }

    private NewPerson person(String familyName, Sex sex, Relation relation, int age) {
        String fullName = familyName + " "
                + (sex == Sex.MALE
                        ? pick(MALE_MIDDLE) + " " + pick(MALE_GIVEN)
                        : pick(FEMALE_MIDDLE) + " " + pick(FEMALE_GIVEN));
        BirthDate birth = birth(age);
        Residence residence = relation == Relation.CHILD && age >= 18 && age < 40 && random.nextInt(10) < 6
                ? Residence.WORKING_AWAY
                : Residence.PERMANENT;
        return new NewPerson(
                fullName,
                birth,
                sex,
                relation,
                residence,
                age >= 14 && random.nextInt(10) < 8 ? cccd(sex, birth.date().getYear()) : null,
                relation == Relation.HEAD && random.nextInt(10) < 9 ? phone() : null,
                facts(age));
    }

    /** Of people above 70 often only the year is on paper. */
    private BirthDate birth(int age) {
        int year = THIS_YEAR - age;
        if (age > 70 && random.nextBoolean()) {
            return BirthDate.ofYear(year);
        }
        return new BirthDate(LocalDate.of(year, 1 + random.nextInt(10), 1 + random.nextInt(28)), Precision.DAY);
    }

    /** 038 is Thanh Hóa; the last six digits begin with 9, so that all invented numbers are easy to tell. */
    private String cccd(Sex sex, int year) {
        int century = (year < 2000 ? 0 : 2) + (sex == Sex.MALE ? 0 : 1);
        return "038%d%02d9%05d".formatted(century, year % 100, random.nextInt(100_000));
    }

    /** In the block 0900 000 000 to 0900 999 999, as in the sandbox of the sender of messages. */
    private String phone() {
        return "+84900%06d".formatted(1000 + random.nextInt(900_000));
    }

    private Map<RegisterAttribute, AttributeValue> facts(int age) {
        Map<RegisterAttribute, AttributeValue> facts = new EnumMap<>(RegisterAttribute.class);
        if (age >= 12) {
            put(facts, RegisterAttribute.OWN_SMARTPHONE, likely(age > 70 ? 35 : 88) ? "yes" : "no");
        }
        if (age >= 15) {
            put(facts, RegisterAttribute.EPAYMENT_ACCOUNT, likely(age > 60 ? 30 : 68) ? "yes" : "no");
            put(facts, RegisterAttribute.EID_LEVEL, likely(80) ? "2" : likely(50) ? "1" : "0");
        }
        put(facts, RegisterAttribute.HEALTH_RECORD, likely(75) ? "yes" : "no");
        return facts;
    }

    private void put(
            Map<RegisterAttribute, AttributeValue> facts, RegisterAttribute attribute, @Nullable String value) {
        if (value != null) {
            LocalDate from = today.minusDays(1 + random.nextInt(KNOWN_FOR_DAYS));
            facts.put(attribute, new AttributeValue(value, from, likely(70) ? Source.SURVEY : Source.REGISTER));
        }
    }

    private boolean likely(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T coin(T one, T other) {
        return random.nextBoolean() ? one : other;
    }

    private String pick(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
