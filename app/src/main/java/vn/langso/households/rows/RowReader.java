package vn.langso.households.rows;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import vn.langso.households.HouseholdDraft;
import vn.langso.households.NewPerson;
import vn.langso.households.RegisterAttribute;
import vn.langso.households.RegisterColumns;
import vn.langso.households.entry.Checked;
import vn.langso.households.entry.PersonDraft;
import vn.langso.households.entry.RegisterRules;
import vn.langso.kernel.Problem;
import vn.langso.sheets.Cells;
import vn.langso.sheets.ExcelDates;
import vn.langso.sheets.SheetWriter;

/**
 * Turns the cells of a row into what the register would hold. Rows come in their order: an empty household number or village is that of the
 * row above, as in merged cells and in lists that print them once per household.
 */
public final class RowReader {

    private static final Pattern DAY_NUMBER = Pattern.compile("[1-9]\\d{4}(\\.\\d+)?");
    private static final Pattern SHORT_CCCD = Pattern.compile("\\d{10,11}");
    private static final Pattern SHORT_PHONE = Pattern.compile("[35789]\\d{8}");
    private static final Pattern DIGITS = Pattern.compile("\\d");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private static final int LONGEST_SHOWN = 200;

    private final Map<ImportColumn, Integer> positions;
    private final int sheetColumns;
    private final @Nullable UUID village;
    private final Villages villages;
    private final RegisterColumns register;
    private final LocalDate asOf;
    private final LocalDate today;
    private final AttributeWords words = new AttributeWords();
    private final StagedRow row = new StagedRow();

    private Object lastVillage = Problem.at("village", ImportProblem.VILLAGE_MISSING);
    private String lastNumber = "";

    /** What rows so far said about the household going on. */
    private @Nullable UUID runVillage;

    private String runKey = "";
    private final Map<ImportColumn, String> known = new EnumMap<>(ImportColumn.class);

    public RowReader(Mapping mapping, Villages villages, RegisterColumns register, LocalDate asOf, LocalDate today) {
        this.positions = mapping.positions();
        this.sheetColumns = mapping.columns().size();
        this.village = mapping.villageId();
        this.villages = villages;
        this.register = register;
        this.asOf = asOf;
        this.today = today;
    }

    /** The row; the same object each time. */
    public StagedRow read(int number, String[] cells, int width) {
        row.begin(number);
        row.villageId = village(cells, width);
        String householdNumber = number(cells, width);
        HouseholdDraft household = household(cells, width, householdNumber);
        readPerson(cells, width);
        if (!row.hasError()) {
            tellHousehold(cells, width, household);
            NewPerson person = Objects.requireNonNull(row.person);
            RegisterColumns.PersonColumns columns = register.of(person);
            row.columns = columns;
            row.identity = Identity.of(Objects.requireNonNull(row.villageId), row.numberKey, columns);
        }
        if (!row.problems.isEmpty()) {
            keepRaw(cells, width);
        }
        return row;
    }

    /** Marks the row just read as the remains of a file that was cut off. */
    public StagedRow cutOff(String[] cells, int width) {
        row.problems.add(RowProblem.error(Problem.of(ImportProblem.ROW_CUT_OFF)));
        keepRaw(cells, width);
        return row;
    }

    private @Nullable UUID village(String[] cells, int width) {
        if (!positions.containsKey(ImportColumn.VILLAGE)) {
            return village;
        }
        String cell = text(ImportColumn.VILLAGE, cells, width);
        if (!cell.isBlank()) {
            lastVillage = villages.find(cell);
        }
        if (lastVillage instanceof Problem problem) {
            row.problems.add(RowProblem.error(problem));
            return null;
        }
        return (UUID) lastVillage;
    }

    private String number(String[] cells, int width) {
        String cell = text(ImportColumn.NUMBER, cells, width);
        String relation = text(ImportColumn.RELATION, cells, width);
        boolean begins = NewPerson.Relation.of(relation).orElse(null) == NewPerson.Relation.HEAD;
        if (cell.isBlank() && (begins || lastNumber.isEmpty())) {
            row.problems.add(RowProblem.error(Problem.at(ImportColumn.NUMBER.code(), ImportProblem.NUMBER_MISSING)));
            return "";
        }
        if (!cell.isBlank()) {
            lastNumber = cell;
        }
        return lastNumber;
    }

    private @Nullable HouseholdDraft household(String[] cells, int width, String number) {
        if (number.isEmpty()) {
            return null;
        }
        Checked<HouseholdDraft> checked = RegisterRules.household(new HouseholdDraft(
                number, text(ImportColumn.LANE, cells, width), text(ImportColumn.ADDRESS, cells, width)));
        checked.problems().forEach(problem -> row.problems.add(RowProblem.error(problem)));
        HouseholdDraft draft = checked.value();
        row.numberKey = draft == null ? "" : RegisterColumns.numberKey(draft.number());
        return draft;
    }

    private void readPerson(String[] cells, int width) {
        String relation = text(ImportColumn.RELATION, cells, width);
        String residence = text(ImportColumn.RESIDENCE, cells, width);
        row.hasRelation = !relation.isBlank();
        row.hasResidence = !residence.isBlank();
        Checked<NewPerson> checked = RegisterRules.person(
                new PersonDraft(
                        text(ImportColumn.FULL_NAME, cells, width),
                        birth(text(ImportColumn.BIRTH, cells, width)),
                        text(ImportColumn.SEX, cells, width),
                        relation,
                        residence,
                        cccd(text(ImportColumn.CCCD, cells, width)),
                        phone(text(ImportColumn.PHONE, cells, width))),
                today);
        checked.problems().forEach(problem -> row.problems.add(RowProblem.error(problem)));
        checked.warnings().forEach(problem -> row.problems.add(RowProblem.warning(problem)));
        row.person = checked.value();
        row.attributes = attributes(cells, width, false);
    }

    private void tellHousehold(String[] cells, int width, @Nullable HouseholdDraft draft) {
        if (draft == null) {
            return;
        }
        boolean tells = !Objects.equals(runVillage, row.villageId) || !runKey.equals(row.numberKey);
        if (tells) {
            runVillage = row.villageId;
            runKey = row.numberKey;
            known.clear();
        }
        for (ImportColumn column : positions.keySet()) {
            String cell = column.isOfHousehold() ? text(column, cells, width) : "";
            if (!cell.isBlank() && column != ImportColumn.NUMBER) {
                String before = known.putIfAbsent(column, cell);
                tells |= before == null;
                if (before != null && !before.equals(cell)) {
                    row.problems.add(RowProblem.warning(
                            Problem.at(column.code(), ImportProblem.HOUSEHOLD_DIFFERS, shown(before))));
                }
            }
        }
        if (tells) {
            row.household = new StagedRow.Household(
                    draft.number(),
                    draft.lane().isEmpty() ? null : draft.lane(),
                    draft.address().isEmpty() ? null : draft.address(),
                    RegisterColumns.nameKey(draft.address() + " " + draft.lane()),
                    attributes(cells, width, true));
        }
    }

    /** {"internet":["yes","2026-11-24","import"]}; values that an attribute accepts need no escape. */
    private String attributes(String[] cells, int width, boolean ofHousehold) {
        StringBuilder json = new StringBuilder("{");
        for (ImportColumn column : positions.keySet()) {
            RegisterAttribute attribute = column.attribute();
            if (attribute == null || column.isOfHousehold() != ofHousehold) {
                continue;
            }
            String cell = text(column, cells, width);
            String value = cell.isBlank() ? null : words.value(attribute, cell);
            if (value != null) {
                json.append(json.length() > 1 ? ",\"" : "\"").append(attribute.code());
                json.append("\":[\"").append(value).append("\",\"").append(asOf).append("\",\"import\"]");
            } else if (!cell.isBlank()) {
                row.problems.add(RowProblem.error(Problem.at(column.code(), ImportProblem.VALUE_UNKNOWN, shown(cell))));
            }
        }
        return json.append('}').toString();
    }

    private static String birth(String cell) {
        return DAY_NUMBER.matcher(cell).matches()
                ? ExcelDates.day(cell, false).map(DATE::format).orElse(cell)
                : cell;
    }

    /** Programs that take the number for a quantity drop its leading zeros; a masked number says nothing. */
    private String cccd(String cell) {
        if (cell.indexOf('*') >= 0) {
            return "";
        }
        if (SHORT_CCCD.matcher(cell).matches()) {
            row.problems.add(RowProblem.warning(Problem.at(ImportColumn.CCCD.code(), ImportProblem.ZERO_ADDED)));
            return "0".repeat(12 - cell.length()) + cell;
        }
        return cell;
    }

    private static String phone(String cell) {
        if (cell.indexOf('*') >= 0) {
            return "";
        }
        return SHORT_PHONE.matcher(cell).matches() ? "0" + cell : cell;
    }

    /** The text of a mapped cell; a cell that cannot be read is a problem once, and then empty. */
    private String text(ImportColumn column, String[] cells, int width) {
        Integer at = positions.get(column);
        if (at == null || at >= width) {
            return "";
        }
        String cell = cells[at];
        if (cell.isEmpty()) {
            return cell;
        }
        if (Cells.isBroken(cell)) {
            ImportProblem problem = cell.equals(Cells.FORMULA_WITHOUT_VALUE)
                    ? ImportProblem.CELL_FORMULA
                    : cell.equals(Cells.TOO_LONG) ? ImportProblem.CELL_TOO_LONG : ImportProblem.CELL_ERROR;
            return broken(column, problem);
        }
        if (isOldFont(cell)) {
            return broken(column, ImportProblem.CELL_OLD_FONT);
        }
        return cell.charAt(0) == '\'' ? SheetWriter.unguarded(cell) : cell;
    }

    private String broken(ImportColumn column, ImportProblem problem) {
        RowProblem found = RowProblem.error(Problem.at(column.code(), problem));
        if (!row.problems.contains(found)) {
            row.problems.add(found);
        }
        return "";
    }

    /** Letters of the .VnTime fonts read as these signs ("NguyÔn V¨n"); no Vietnamese text has them. */
    private static boolean isOldFont(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char sign = cell.charAt(i);
            if ((sign >= '\u00a1' && sign <= '\u00bf' && sign != '\u00b0' && sign != '\u00b7' && sign != '\u00ad')) {
                return true;
            }
        }
        return false;
    }

    private void keepRaw(String[] cells, int width) {
        row.raw.clear();
        Integer cccd = positions.get(ImportColumn.CCCD);
        Integer phone = positions.get(ImportColumn.PHONE);
        for (int i = 0; i < Math.min(width, sheetColumns); i++) {
            String cell = Cells.isBroken(cells[i]) ? "" : shown(cells[i]);
            boolean isNumber = (cccd != null && cccd == i) || (phone != null && phone == i);
            row.raw.add(isNumber ? masked(cell) : cell);
        }
    }

    private static String masked(String cell) {
        if (cell.length() <= 6) {
            return cell;
        }
        String middle = DIGITS.matcher(cell.substring(3, cell.length() - 3)).replaceAll("*");
        return cell.substring(0, 3) + middle + cell.substring(cell.length() - 3);
    }

    private static String shown(String cell) {
        return cell.length() > LONGEST_SHOWN ? cell.substring(0, LONGEST_SHOWN) : cell;
    }
}
