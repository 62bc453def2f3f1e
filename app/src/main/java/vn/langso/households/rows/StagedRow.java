package vn.langso.households.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import vn.langso.households.Household;
import vn.langso.households.NewPerson;
import vn.langso.households.RegisterColumns.PersonColumns;

/** One row of the sheet on its way to the table of prepared rows. Reused for the next row. */
public final class StagedRow {

    public int number;
    public final List<RowProblem> problems = new ArrayList<>();
    public final List<String> raw = new ArrayList<>();

    @Nullable
    public UUID villageId;

    public String numberKey = "";

    /** What the row says about its household beyond the rows before it; null when nothing. */
    @Nullable
    public Household household;

    @Nullable
    public NewPerson person;

    @Nullable
    public PersonColumns columns;

    public boolean hasRelation;
    public boolean hasResidence;
    public long identity;
    public String attributes = "{}";

    /** What a row adds to the household: null members say nothing. */
    public record Household(
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

    public boolean hasError() {
        return problems.stream().anyMatch(problem -> !problem.warning());
    }
}
