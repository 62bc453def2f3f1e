package vn.langso.households;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import vn.langso.households.entry.RegisterRules;
import vn.langso.kernel.Folding;

/**
 * A person to be registered, checked and clean: {@link RegisterRules#person} makes it from what was typed.
 *
 * @param fullName NFC, single spaces
 * @param birth null when unknown
 * @param sex null when unknown
 * @param cccd twelve digits; null when the person has none or it is not known
 * @param phone E.164; null when none
 * @param attributes what is known besides, by attribute
 */
public record NewPerson(
        String fullName,
        @Nullable BirthDate birth,
        @Nullable Sex sex,
        Relation relation,
        Residence residence,
        @Nullable String cccd,
        @Nullable String phone,
        Map<RegisterAttribute, AttributeValue> attributes) {

    public NewPerson {
        attributes = Map.copyOf(attributes);
    }

    /** The two of the identity card. */
    public enum Sex {
        MALE("nam", "m"),
        FEMALE("nu", "f");

        @SuppressWarnings("ImmutableEnumChecker") // made by List.of
        private final List<String> words;

        Sex(String... words) {
            this.words = List.of(words);
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Reads the code and "Nam", "Nữ" with or without marks. */
        public static Optional<Sex> of(String text) {
            String word = Folding.fold(text);
            return Arrays.stream(values())
                    .filter(sex -> sex.code().equals(word) || sex.words.contains(word))
                    .findFirst();
        }
    }

    /** How somebody is related to the head of the household. */
    public enum Relation {
        HEAD("chu ho"),
        WIFE("vo"),
        HUSBAND("chong"),
        CHILD("con", "con de", "con trai", "con gai", "con nuoi"),
        FATHER("cha", "bo", "cha de", "bo de", "bo vo", "bo chong"),
        MOTHER("me", "me de", "me vo", "me chong"),
        GRANDFATHER("ong", "ong noi", "ong ngoai"),
        GRANDMOTHER("ba", "ba noi", "ba ngoai"),
        GRANDCHILD("chau", "chau noi", "chau ngoai", "chau ruot"),
        OLDER_BROTHER("anh", "anh ruot"),
        OLDER_SISTER("chi", "chi ruot"),
        YOUNGER_SIBLING("em", "em ruot"),
        CHILD_IN_LAW("con dau", "con re", "dau", "re"),
        OTHER("khac", "nguoi khac", "o nho");

        @SuppressWarnings("ImmutableEnumChecker") // made by List.of
        private final List<String> words;

        Relation(String... words) {
            this.words = List.of(words);
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Relation ofCode(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }

        /** Reads the code and the usual Vietnamese words with or without marks. */
        public static Optional<Relation> of(String text) {
            String word = Folding.fold(text);
            return Arrays.stream(values())
                    .filter(relation -> relation.code().equals(word) || relation.words.contains(word))
                    .findFirst();
        }
    }

    /** How somebody lives here, as the village list has it (Law on Residence 2020 for the first three). */
    public enum Residence {
        PERMANENT("thuong tru"),
        TEMPORARY("tam tru"),
        ABSENT("tam vang"),
        WORKING_AWAY("lam an xa", "di lam an xa", "di lam xa");

        @SuppressWarnings("ImmutableEnumChecker") // made by List.of
        private final List<String> words;

        Residence(String... words) {
            this.words = List.of(words);
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Residence ofCode(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }

        /** Reads the code and "Thường trú", "Tạm trú", "Tạm vắng", "Làm ăn xa" with or without marks. */
        public static Optional<Residence> of(String text) {
            String word = Folding.fold(text);
            return Arrays.stream(values())
                    .filter(residence -> residence.code().equals(word) || residence.words.contains(word))
                    .findFirst();
        }
    }
}
