package vn.langso.households.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import vn.langso.households.NewPerson;
import vn.langso.households.RegisterColumns.PersonColumns;

/** One row of the sheet on its way to the table of prepared rows. Reused for the next row. */
final class StagedRow {

    int number;
    final List<RowProblem> problems = new ArrayList<>();
    final List<String> raw = new ArrayList<>();

    @Nullable
    UUID villageId;

    String numberKey = "";

    /** What the row says about its household beyond the rows before it; null when nothing. */
    @Nullable
    Household household;

    @Nullable
    NewPerson person;

    @Nullable
    PersonColumns columns;

    boolean hasRelation;
    boolean hasResidence;
    long identity;
    String attributes = "{}";

    /** What a row adds to the household: null members say nothing. */
    record Household(
            String number, @Nullable String lane, @Nullable String address, String addressKey, String attributes) {}

    void begin(int newNumber) {
        number = newNumber;
        problems.clear();
        raw.clear();
        villageId = null;
        numberKey = "";
        household = null;
        person = null;
        columns = null;
        hasRelation = false;
        hasResidence = false;
        identity = 0;
        attributes = "{}";
    }

    boolean hasError() {
        return problems.stream().anyMatch(problem -> !problem.warning());
    }
}
