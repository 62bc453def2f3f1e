package vn.langso.households;

import java.time.LocalDate;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;

import vn.langso.households.entry.Checked;
import vn.langso.households.entry.PersonDraft;
import vn.langso.households.entry.RegisterRules;
import vn.langso.households.keys.Cccd;
import vn.langso.households.keys.PersonName;
import vn.langso.households.keys.Phone;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.langso.ForAll.forAll;

public class RegisterPropertyTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    public static String text(RandomGenerator random) {
        int length = random.nextInt(30);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(
                    switch (random.nextInt(4)) {
                        case 0 -> '0' + random.nextInt(10);
                        case 1 -> "/-. +\\'\"<>\t\n{}".charAt(random.nextInt(14));
                        case 2 -> 0x1E00 + random.nextInt(0xFF);
                        default -> 1 + random.nextInt(0xD7FE);
                    });
        }
        return text.toString();
    }

    @Test
    void anythingTypedIsEitherKeptCleanOrRefused() {
        forAll(
                random -> new PersonDraft(
                        text(random),
                        text(random),
                        text(random),
                        text(random),
                        text(random),
                        text(random),
                        text(random)),
                draft -> {
                    Checked<NewPerson> checked = RegisterRules.person(draft, TODAY);
                    assertThat(checked.value() == null)
                            .isEqualTo(!checked.problems().isEmpty());
                });
    }

    @Test
    void everyRealDateIsReadBackFromItsText() {
        forAll(random -> LocalDate.of(1907, 1, 1).plusDays(random.nextInt(43_000)), date -> {
            BirthDate birth = new BirthDate(date, BirthDate.Precision.DAY);
            assertThat(BirthDate.parse(birth.text())).contains(birth);
        });
    }

    @Test
    void everyMobileNumberReadsTheSameHoweverItIsWritten() {
        forAll(
                random -> "357 89".replace(" ", "").charAt(random.nextInt(5))
                        + String.format("%08d", random.nextInt(100_000_000)),
                rest -> {
                    assertThat(Phone.parse("0" + rest)).contains("+84" + rest);
                    assertThat(Phone.parse("+84" + rest)).contains("+84" + rest);
                    assertThat(Phone.parse("84 " + rest)).contains("+84" + rest);
                    assertThat(Phone.mask("+84" + rest)).doesNotContain(rest.substring(1, 6));
                });
    }

    @Test
    void everyCccdTellsItsYearAndSexAndIsMasked() {
        forAll(
                random -> String.format(
                        "038%d%02d%06d", random.nextInt(4), random.nextInt(100), random.nextInt(1_000_000)),
                cccd -> {
                    assertThat(Cccd.birthYear(cccd)).isBetween(1900, 2099);
                    assertThat(Cccd.birthYear(cccd) % 100).isEqualTo(Integer.parseInt(cccd.substring(4, 6)));
                    assertThat(Cccd.mask(cccd)).hasSize(14).startsWith("038***").endsWith(cccd.substring(9));
                });
    }

    @Test
    void keysOfAnyTextArePlainAndFindTheTextAgain() {
        forAll(RegisterPropertyTest::text, name -> {
            PersonName keys = PersonName.of(name);
            assertThat(keys.nameKey()).doesNotContain("  ").isEqualTo(PersonName.key(keys.nameKey()));
            assertThat(keys.givenKey()).hasSameSizeAs(keys.nameKey());
        });
    }
}
