package vn.langso.households.entry;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import vn.langso.households.BirthDate;
import vn.langso.households.HouseholdDraft;
import vn.langso.households.NewPerson;
import vn.langso.kernel.Problem;

import static org.assertj.core.api.Assertions.assertThat;

class RegisterRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static List<String> codes(List<Problem> problems) {
        return problems.stream().map(problem -> problem.code().code()).toList();
    }

    private static List<String> refusals(PersonDraft draft) {
        return codes(RegisterRules.person(draft, TODAY).problems());
    }

    private static PersonDraft born(String birth) {
        return new PersonDraft("Lê Văn Thử", birth, "", "", "", "", "");
    }

    private static PersonDraft numbered(String birth, String sex, String cccd) {
        return new PersonDraft("Lê Văn Thử", birth, sex, "", "", cccd, "");
    }

    @Test
    void decomposedNameIsKeptComposedWithSingleSpaces() {
        String typed = "  " + Normalizer.normalize("Hoàng  Thị Đào", Normalizer.Form.NFD) + " ";

        assertThat(RegisterRules.person(draft(typed), TODAY).orThrow().fullName())
                .isEqualTo("Hoàng Thị Đào");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Lê 😀 Văn", "Lê\u200DVăn", "👨‍👩‍👧", "12345", "---", "Lê\uFE0FVăn"})
    void nameOfEmojiOrWithoutLettersIsRefused(String name) {
        assertThat(refusals(draft(name))).containsExactly("HHD-003");
    }

    @Test
    void nameOfHundredKilobytesIsRefusedWithoutBeingRepeated() {
        Checked<NewPerson> checked = RegisterRules.person(draft("a".repeat(100_000)), TODAY);

        assertThat(codes(checked.problems())).containsExactly("HHD-002");
        assertThat(checked.problems().getFirst().args()).containsExactly(100);
    }

    @Test
    void quotesAndTagsInANameAreText() {
        assertThat(RegisterRules.person(draft("O'Brien \"Tý\" <b>"), TODAY)
                        .orThrow()
                        .fullName())
                .isEqualTo("O'Brien \"Tý\" <b>");
    }

    @ParameterizedTest
    @CsvSource({
        "30/02/1980,HHD-006",
        "31/04/1980,HHD-006",
        "0/0/0,HHD-006",
        "abc,HHD-006",
        "01/13/1980,HHD-006",
        "-5/01/1985,HHD-006",
        "24/11/2026,HHD-007",
        "2027,HHD-007",
        "01/01/1900,HHD-008",
        "1800,HHD-008"
    })
    void dayThatCannotBeABirthdayIsRefused(String birth, String code) {
        assertThat(refusals(born(birth))).containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource({"29/02/2000,29/02/2000", "1985,1985", "3/1985,03/1985", "5-3-1985,05/03/1985", "1985-03-05,05/03/1985"})
    void birthdayIsReadInTheWaysPeopleWriteIt(String typed, String read) {
        BirthDate birth = RegisterRules.person(born(typed), TODAY).orThrow().birth();

        assertThat(birth).isNotNull().extracting(BirthDate::text).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({"12345678901,HHD-004", "1234567890123,HHD-004", "03818500123a,HHD-004", "999185001234,HHD-005"})
    void wrongCccdIsRefused(String cccd, String code) {
        assertThat(refusals(numbered("1985", "Nữ", cccd))).containsExactly(code);
    }

    @Test
    void cccdThatContradictsBirthYearOrSexWarnsAndMayBeSaved() {
        Checked<NewPerson> checked = RegisterRules.person(numbered("1986", "Nam", "038 185 001234"), TODAY);

        assertThat(codes(checked.warnings())).containsExactly("HHD-051", "HHD-052");
        assertThat(checked.orThrow().cccd()).isEqualTo("038185001234");
        assertThat(RegisterRules.person(numbered("1985", "Nữ", "038185001234"), TODAY)
                        .warnings())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0912 345 678,+84912345678", "+84 912.345.678,+84912345678", "84912345678,+84912345678",
        "0084912345678,+84912345678", "0237 385 1234,+842373851234", "84 0912345678,+84912345678"
    })
    void phoneIsKeptInternationally(String typed, String kept) {
        PersonDraft draft = new PersonDraft("Lê Văn Thử", "", "", "", "", "", typed);

        assertThat(RegisterRules.person(draft, TODAY).orThrow().phone()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0412345678", "091234567", "09123456789", "hello", "+1 202 555 0100"})
    void otherPhoneIsRefused(String typed) {
        assertThat(refusals(new PersonDraft("Lê Văn Thử", "", "", "", "", "", typed)))
                .containsExactly("HHD-012");
    }

    @Test
    void allProblemsComeAtOnceWithTheirFields() {
        Checked<NewPerson> checked =
                RegisterRules.person(new PersonDraft("", "30/02/1980", "x", "y", "z", "1", "2"), TODAY);

        assertThat(checked.problems())
                .extracting(Problem::field)
                .containsExactly("fullName", "birth", "sex", "relation", "residence", "cccd", "phone");
    }

    @Test
    void householdTextsAreBoundedAndCleaned() {
        assertThat(codes(RegisterRules.household(new HouseholdDraft("", "x".repeat(201), "Số\u00A0 5 😀"))
                        .problems()))
                .containsExactly("HHD-014", "HHD-013", "HHD-027");
        assertThat(RegisterRules.household(new HouseholdDraft(" HK-1 ", "", "Số\u00A0 5"))
                        .orThrow())
                .isEqualTo(new HouseholdDraft("HK-1", "", "Số 5"));
    }

    private static PersonDraft draft(String name) {
        return new PersonDraft(name, "20/11/1985", "Nam", "Con", "Thường trú", "", "");
    }
}
