package vn.langso.households;

import java.time.LocalDate;
import java.util.HexFormat;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import vn.langso.households.keys.Cccd;
import vn.langso.households.keys.PersonName;
import vn.langso.households.keys.Phone;
import vn.langso.households.keys.RegisterKeys;
import vn.langso.kernel.Folding;
import vn.langso.shell.Caller;

/** Computes the columns that the register derives from what people are called and numbered by. Thread safe. */
@Component
public class RegisterColumns {

    static final String CCCD = "cccd";
    static final String PHONE = "phone";

    private final RegisterKeys keys;

    RegisterColumns(RegisterKeys keys) {
        this.keys = keys;
    }

    /**
     * The derived columns of {@code households.person}. Bytes are in PostgreSQL's text form of {@code bytea}: write {@code :x::bytea}.
     *
     * @param birthPrecision day, month or year; null together with {@code birthDate}
     */
    public record PersonColumns(
            String nameKey,
            String givenKey,
            String sortKey,
            @Nullable LocalDate birthDate,
            @Nullable String birthPrecision,
            @Nullable String cccdCipher,
            @Nullable String cccdHash,
            @Nullable String cccdMask,
            @Nullable String phoneCipher,
            @Nullable String phoneHash,
            @Nullable String phoneMask) {}

    public PersonColumns of(NewPerson person) {
        PersonName name = PersonName.of(person.fullName());
        BirthDate birth = person.birth();
        String cccd = person.cccd();
        String phone = person.phone();
        return new PersonColumns(
                name.nameKey(),
                name.givenKey(),
                name.sortKey(),
                birth == null ? null : birth.date(),
                birth == null ? null : birth.precision().code(),
                cccd == null ? null : bytea(keys.seal(CCCD, cccd)),
                cccd == null ? null : cccdHash(cccd),
                cccd == null ? null : Cccd.mask(cccd),
                phone == null ? null : bytea(keys.seal(PHONE, phone)),
                phone == null ? null : phoneHash(phone),
                phone == null ? null : Phone.mask(phone));
    }

    /** Finds {@code person.cccd_hash}; the argument has twelve digits. */
    public String cccdHash(String cccd) {
        return bytea(keys.hash(CCCD, cccd));
    }

    /** Finds {@code person.phone_hash}; the argument is E.164. */
    public String phoneHash(String phone) {
        return bytea(keys.hash(PHONE, phone));
    }

    /** The number again out of its column; null stays null. Purpose is {@link #CCCD} or {@link #PHONE}. */
    @Nullable
    String opened(String purpose, byte @Nullable [] sealed) {
        return sealed == null ? null : keys.open(purpose, sealed);
    }

    /** The folded name in its natural order, {@code person.name_key}. */
    public static String nameKey(String fullName) {
        return PersonName.key(fullName);
    }

    /** {@code household.number_key}: "HK-1", "hk 001" and "HK-001" are the same number, "hk000001". */
    public static String numberKey(String number) {
        String folded = Folding.fold(number);
        StringBuilder key = new StringBuilder(folded.length() + 8);
        int i = 0;
        while (i < folded.length()) {
            char sign = folded.charAt(i);
            if (Character.isDigit(sign)) {
                int end = i;
                while (end < folded.length() && Character.isDigit(folded.charAt(end))) {
                    end++;
                }
                key.repeat("0", Math.max(0, 6 - (end - i))).append(folded, i, end);
                i = end;
            } else {
                if (Character.isLetter(sign)) {
                    key.append(sign);
                }
                i++;
            }
        }
        return key.toString();
    }

    /** The identity number sealed in {@code person.cccd_cipher}; needs {@code households.read-sensitive} in the village. */
    public String openCccd(Caller caller, UUID villageId, String cipherHex) {
        caller.require("households.read-sensitive", villageId);
        return keys.open(CCCD, HexFormat.of().parseHex(cipherHex));
    }

    /** The phone number sealed in {@code person.phone_cipher}; needs {@code households.read-sensitive} in the village. */
    public String openPhone(Caller caller, UUID villageId, String cipherHex) {
        caller.require("households.read-sensitive", villageId);
        return keys.open(PHONE, HexFormat.of().parseHex(cipherHex));
    }

    private static String bytea(byte[] bytes) {
        return "\\x" + HexFormat.of().formatHex(bytes);
    }
}
