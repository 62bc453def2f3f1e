package vn.langso.shell;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import vn.langso.kernel.Problem;
import vn.langso.kernel.Texts;

/**
 * What stands in the fields of a form and what is wrong with it, for showing the form (again); the field fragments read it.
 *
 * @param values by field name, as typed
 * @param problems those of fields and those of the whole
 */
public record Form(Map<String, List<String>> values, List<Problem> problems) {

    /** A form that nobody has filled in. */
    public static Form empty() {
        return new Form(Map.of(), List.of());
    }

    /** A form filled in from what is kept. */
    public static Form of(Map<String, String> kept) {
        Map<String, List<String>> values = new HashMap<>();
        kept.forEach((name, value) -> values.put(name, List.of(value)));
        return new Form(values, List.of());
    }

    /** The form that was sent. */
    public static Form sent(HttpServletRequest request) {
        Map<String, List<String>> values = new HashMap<>();
        request.getParameterMap().forEach((name, sent) -> values.put(name, List.copyOf(Arrays.asList(sent))));
        return new Form(values, List.of());
    }

    /** The same fields with what is wrong with them. */
    public Form with(List<Problem> found) {
        return new Form(values, List.copyOf(found));
    }

    /** The same fields with the three boxes of a date filled in; null leaves them empty. */
    public Form with(String field, @Nullable LocalDate date) {
        if (date == null) {
            return this;
        }
        Map<String, List<String>> more = new HashMap<>(values);
        more.put(field + "-day", List.of(Integer.toString(date.getDayOfMonth())));
        more.put(field + "-month", List.of(Integer.toString(date.getMonthValue())));
        more.put(field + "-year", List.of(Integer.toString(date.getYear())));
        return new Form(more, problems);
    }

    /** What stands in the field, without blanks around it; empty when nothing does. */
    public String value(String field) {
        List<String> found = values.get(field);
        return found == null || found.isEmpty() ? "" : found.getFirst().strip();
    }

    /** True if this choice of the field is made. */
    public boolean chosen(String field, String choice) {
        return values.getOrDefault(field, List.of()).contains(choice);
    }

    /** True if something stands in any of the three boxes of a date. */
    public boolean hasDate(String field) {
        return !(value(field + "-day") + value(field + "-month") + value(field + "-year")).isEmpty();
    }

    /** The date in three boxes; null when they are empty or name no day of the calendar (30/02). */
    public @Nullable LocalDate date(String field) {
        try {
            return LocalDate.of(number(field + "-year"), number(field + "-month"), number(field + "-day"));
        } catch (DateTimeException | NumberFormatException _) {
            return null;
        }
    }

    private int number(String field) {
        return Integer.parseInt(value(field));
    }

    public boolean isRefused() {
        return !problems.isEmpty();
    }

    /** What is wrong with the field, in the reader's language; null when it is right. */
    public @Nullable String error(String field, Texts t) {
        return problems.stream()
                .filter(problem -> field.equals(problem.field()))
                .findFirst()
                .map(problem -> message(problem, t))
                .orElse(null);
    }

    /** One line about a problem: what is wrong and what to do now. */
    public static String message(Problem problem, Texts t) {
        return t.say(
                "problem." + problem.code().code() + ".detail", problem.args().toArray());
    }

    /** The id of a field's (first) input, for labels and for the links of the summary. */
    public static String id(String field) {
        return "f-" + field.replaceAll("[^A-Za-z0-9]+", "-");
    }
}
