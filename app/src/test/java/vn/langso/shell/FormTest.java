package vn.langso.shell;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

import vn.langso.kernel.Problem;

import static org.assertj.core.api.Assertions.assertThat;

class FormTest {

    private final Languages languages = new Languages();

    @Test
    void sentFormKeepsWhatWasTyped() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addParameter("name", "  Lê Mẫu An ");
        request.addParameter("kind", "a", "b");

        Form form = Form.sent(request);

        assertThat(form.value("name")).isEqualTo("Lê Mẫu An");
        assertThat(form.value("nothing")).isEmpty();
        assertThat(form.chosen("kind", "b")).isTrue();
        assertThat(form.chosen("kind", "c")).isFalse();
        assertThat(form.isRefused()).isFalse();
    }

    @Test
    void threeBoxesMakeADate() {
        assertThat(dated("16", "11", "2023").date("born")).isEqualTo(LocalDate.of(2023, 11, 16));
        assertThat(Form.empty().with("born", LocalDate.of(2023, 2, 1)).date("born"))
                .isEqualTo(LocalDate.of(2023, 2, 1));
    }

    @Test
    void daysOutsideTheCalendarAreNoDateButAreSeen() {
        for (Form form : List.of(dated("30", "2", "2023"), dated("x", "2", "2023"), dated("", "", "2023"))) {
            assertThat(form.date("born")).isNull();
            assertThat(form.hasDate("born")).isTrue();
        }
        assertThat(dated("", " ", "").hasDate("born")).isFalse();
    }

    @Test
    void problemIsSaidAtItsFieldInTheReadersLanguage() {
        Form form = Form.empty().with(List.of(Problem.at("age", ShellProblem.BAD_VALUE, "age")));

        assertThat(form.error("age", languages.of("vi"))).contains("age", "không đúng dạng");
        assertThat(form.error("age", languages.of("en"))).contains("malformed");
        assertThat(form.error("name", languages.of("vi"))).isNull();
    }

    @Test
    void idsOfFieldsHoldOnlyLettersDigitsAndDashes() {
        assertThat(Form.id("members[0].name")).isEqualTo("f-members-0-name");
    }

    private static Form dated(String day, String month, String year) {
        return Form.of(Map.of("born-day", day, "born-month", month, "born-year", year));
    }
}
