package vn.langso.households.entry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import vn.langso.households.BirthDate;
import vn.langso.households.Household;
import vn.langso.households.HouseholdDraft;
import vn.langso.households.HouseholdProblem;
import vn.langso.households.NewPerson;
import vn.langso.households.NewPerson.Relation;
import vn.langso.households.NewPerson.Residence;
import vn.langso.households.NewPerson.Sex;
import vn.langso.households.keys.Cccd;
import vn.langso.households.keys.PersonName;
import vn.langso.households.keys.Phone;
import vn.langso.kernel.Folding;
import vn.langso.kernel.Problem;

/** Checks what was typed or imported, all fields at once, and makes it clean. Pure: the same for forms, API and files. */
public final class RegisterRules {

    /** The longest name in the national statistics has some 50 letters; twice that holds anybody's. */
    static final int LONGEST_NAME = 100;

    static final int LONGEST_TEXT = 200;

    /** Nobody is known to have lived longer than 122 years; above 120 it is a slip of the pen. */
    static final int OLDEST = 120;

    private final LocalDate today;

    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();

    private RegisterRules(LocalDate today) {
        this.today = today;
    }

    /** Fields of problems: fullName, birth, sex, relation, residence, cccd, phone. Birth year or sex against the CCCD only warns. */
    public static Checked<NewPerson> person(PersonDraft draft, LocalDate today) {
        return new RegisterRules(today).checkPerson(draft);
    }

    /** Fields of problems: number, lane, address. The value is the draft made clean. */
    public static Checked<HouseholdDraft> household(HouseholdDraft draft) {
        return new RegisterRules(LocalDate.MIN).checkHousehold(draft);
    }

    private Checked<NewPerson> checkPerson(PersonDraft draft) {
        String name = name(draft.fullName());
        BirthDate birth = birth(draft.birth());
        Sex sex = draft.sex().isBlank() ? null : Sex.of(shortened(draft.sex())).orElse(null);
        if (sex == null && !draft.sex().isBlank()) {
            refuse("sex", HouseholdProblem.SEX_UNKNOWN);
        }
        Relation relation = draft.relation().isBlank()
                ? Relation.OTHER
                : Relation.of(shortened(draft.relation())).orElse(null);
        if (relation == null) {
            refuse("relation", HouseholdProblem.RELATION_UNKNOWN);
        }
        Residence residence = draft.residence().isBlank()
                ? Residence.PERMANENT
                : Residence.of(shortened(draft.residence())).orElse(null);
        if (residence == null) {
            refuse("residence", HouseholdProblem.RESIDENCE_UNKNOWN);
        }
        String cccd = cccd(draft.cccd(), birth, sex);
        String phone = phone(draft.phone());
        if (!problems.isEmpty() || relation == null || residence == null) {
            return new Checked<>(null, List.copyOf(problems), List.copyOf(warnings));
        }
        NewPerson person = new NewPerson(name, birth, sex, relation, residence, cccd, phone, Map.of());
        return new Checked<>(person, List.of(), List.copyOf(warnings));
    }

    private Checked<HouseholdDraft> checkHousehold(HouseholdDraft draft) {
        String number = text("number", draft.number(), Household.LONGEST_NUMBER);
        if (PersonName.key(number).isEmpty() && problems.isEmpty()) {
            refuse("number", HouseholdProblem.NUMBER_MISSING);
        }
        String lane = text("lane", draft.lane(), LONGEST_TEXT);
        String address = text("address", draft.address(), LONGEST_TEXT);
        return problems.isEmpty()
                ? new Checked<>(new HouseholdDraft(number, lane, address), List.of(), List.of())
                : new Checked<>(null, List.copyOf(problems), List.of());
    }

    private String name(String typed) {
        if (tooLong("fullName", typed, LONGEST_NAME, HouseholdProblem.NAME_TOO_LONG)) {
            return "";
        }
        String name = Folding.clean(typed);
        if (name.isEmpty()) {
            refuse("fullName", HouseholdProblem.NAME_MISSING);
        } else if (!isWriting(name) || name.codePoints().noneMatch(Character::isLetter)) {
            refuse("fullName", HouseholdProblem.NAME_SIGNS);
        }
        return name;
    }

    private @Nullable BirthDate birth(String typed) {
        if (typed.isBlank()) {
            return null;
        }
        BirthDate birth = BirthDate.parse(typed).orElse(null);
        if (birth == null) {
            refuse("birth", HouseholdProblem.DATE_UNREAL);
        } else if (birth.date().isAfter(today)) {
            refuse("birth", HouseholdProblem.DATE_IN_FUTURE);
        } else if (birth.date().plusYears(OLDEST + 1).isBefore(today)) {
            refuse("birth", HouseholdProblem.AGE_ABSURD, OLDEST);
        }
        return birth;
    }

    private @Nullable String cccd(String typed, @Nullable BirthDate birth, @Nullable Sex sex) {
        if (typed.isBlank()) {
            return null;
        }
        String bare = typed.length() > 24 ? typed : Cccd.bare(typed);
        if (!Cccd.hasForm(bare)) {
            refuse("cccd", HouseholdProblem.CCCD_FORM);
            return null;
        }
        if (!Cccd.hasKnownProvince(bare)) {
            refuse("cccd", HouseholdProblem.CCCD_PROVINCE, bare.substring(0, 3));
            return null;
        }
        if (birth != null && birth.date().getYear() != Cccd.birthYear(bare)) {
            warnings.add(Problem.at("cccd", HouseholdProblem.CCCD_BIRTH_YEAR, String.valueOf(Cccd.birthYear(bare))));
        }
        if (sex != null && (sex == Sex.MALE) != Cccd.isMale(bare)) {
            warnings.add(Problem.at("cccd", HouseholdProblem.CCCD_SEX));
        }
        return bare;
    }

    private @Nullable String phone(String typed) {
        if (typed.isBlank()) {
            return null;
        }
        String phone = Phone.parse(typed).orElse(null);
        if (phone == null) {
            refuse("phone", HouseholdProblem.PHONE_FORM);
        }
        return phone;
    }

    private String text(String field, String typed, int longest) {
        if (tooLong(field, typed, longest, HouseholdProblem.TEXT_TOO_LONG)) {
            return "";
        }
        String clean = Folding.clean(typed);
        if (!isWriting(clean)) {
            refuse(field, HouseholdProblem.TEXT_SIGNS);
        }
        return clean;
    }

    private boolean tooLong(String field, String typed, int longest, HouseholdProblem problem) {
        // Decomposed text has up to three signs per letter; what is longer than that needs no look at all.
        boolean tooLong = typed.length() > 4 * longest || Folding.clean(typed).length() > longest;
        if (tooLong) {
            refuse(field, problem, longest);
        }
        return tooLong;
    }

    private void refuse(String field, HouseholdProblem problem, Object... args) {
        problems.add(Problem.at(field, problem, args));
    }

    private static String shortened(String typed) {
        return typed.length() > 40 ? "" : typed;
    }

    /** Letters, marks, digits, punctuation and mathematical signs; no emoji, no invisible or unassigned signs. */
    private static boolean isWriting(String text) {
        return text.codePoints().allMatch(sign -> switch (Character.getType(sign)) {
            case Character.OTHER_SYMBOL,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> !Character.isEmojiModifier(sign) && sign != 0xFE0F;
        });
    }
}
