package vn.langso.households.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import vn.langso.households.rows.ImportColumn;
import vn.langso.households.rows.Mapping;
import vn.langso.households.rows.RowProblem;
import vn.langso.households.rows.Villages;
import vn.langso.kernel.Problem;
import vn.langso.kernel.Texts;
import vn.langso.places.Place;
import vn.langso.places.Places;
import vn.langso.shell.Caller;
import vn.langso.shell.Form;
import vn.langso.shell.Page;
import vn.langso.shell.Pages;

/** Fills the view records of the import's pages. */
@Component
class ImportPages {

    private static final String NAV = "households.nav";

    /** First rows of each class on the preview, and rows per page when one class is looked at. */
    private static final int FIRST = 5;

    private static final int PER_PAGE = 50;

    private static final int PERCENT = 100;

    private final Pages pages;
    private final Places places;
    private final PreviewStore preview;

    ImportPages(Pages pages, Places places, PreviewStore preview) {
        this.pages = pages;
        this.places = places;
        this.preview = preview;
    }

    record StartView(
            Page page,
            List<RegisterImport> imports,
            @Nullable UUID next,
            Form form) {}

    /** {@code samples} are the first rows of data, by column. */
    record ColumnsView(
            Page page,
            RegisterImport found,
            Form form,
            Map<String, String> options,
            Map<String, String> villages,
            boolean remembered) {

        String sample(int column) {
            return String.join(
                    " | ",
                    found.heading().firstRows().stream()
                            .map(row -> column < row.size() ? shortened(row.get(column)) : "")
                            .filter(cell -> !cell.isEmpty())
                            .toList());
        }

        private static String shortened(String cell) {
            return cell.length() > 40 ? cell.substring(0, 40) : cell;
        }
    }

    record ProgressView(Page page, RegisterImport found) {

        int percent() {
            RegisterImport.Progress progress = found.progress();
            return progress.total() <= 0 ? 0 : (int) Math.min(PERCENT, progress.done() * PERCENT / progress.total());
        }
    }

    /** One class of rows on the preview; {@code next} is the number to go on after, 0 at the end. */
    record Block(String rowClass, long count, List<Line> lines, int next) {}

    /** A row as the table shows it. */
    record Line(
            int number,
            String village,
            String household,
            String name,
            String birth,
            String relation,
            String cccd,
            List<String> says) {}

    record PreviewView(
            Page page, RegisterImport found, ImportCounts counts, List<Block> blocks, String of, boolean sameFile) {}

    record ResultView(Page page, RegisterImport found, ImportCounts counts) {}

    record UndoView(
            Page page,
            RegisterImport found,
            UndoStore.Edited edited,
            List<UndoStore.EditedPerson> persons,
            ImportCounts counts) {}

    StartView start(HttpServletRequest request, List<RegisterImport> imports, @Nullable UUID next, Form form) {
        return new StartView(pages.page(request, NAV, "households.imports.start.title"), imports, next, form);
    }

    ColumnsView columns(
            Caller caller, HttpServletRequest request, RegisterImport found, Form form, boolean remembered) {
        Page page = pages.page(request, NAV, "households.imports.columns.title", found.fileName());
        Map<String, String> options = new LinkedHashMap<>();
        Arrays.stream(ImportColumn.values())
                .forEach(column -> options.put(column.code(), page.t().say(column.labelKey())));
        Map<String, String> villages = new LinkedHashMap<>();
        villages(caller).stream()
                .sorted(java.util.Comparator.comparing(Place::name, Texts.collator()))
                .forEach(village -> villages.put(village.id().toString(), village.fullName()));
        return new ColumnsView(page, found, form, options, villages, remembered);
    }

    private List<Place> villages(Caller caller) {
        return List.copyOf(new Villages(places.tree(), caller.scope()).all());
    }

    /** The form of the mapping page with a mapping in it; who covers one village need not choose it. */
    Form form(Caller caller, Mapping mapping, LocalDate asOf) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < mapping.columns().size(); i++) {
            values.put("column-" + i, mapping.columns().get(i));
        }
        UUID village = mapping.villageId();
        List<Place> covered = villages(caller);
        if (village == null && covered.size() == 1 && !mapping.positions().containsKey(ImportColumn.VILLAGE)) {
            village = covered.getFirst().id();
        }
        values.put("village", village == null ? "" : village.toString());
        return Form.of(values).with("asOf", asOf);
    }

    /** Problems whose argument is the key of a column's name, with the name in its place. */
    List<Problem> readable(List<Problem> problems, HttpServletRequest request) {
        Texts t = pages.texts(request);
        return problems.stream()
                .map(problem -> new Problem(
                        problem.code(),
                        problem.field(),
                        problem.args().stream()
                                .map(arg -> t.has(String.valueOf(arg)) ? t.say(String.valueOf(arg)) : arg)
                                .toList()))
                .toList();
    }

    ProgressView progress(HttpServletRequest request, RegisterImport found) {
        return new ProgressView(pages.page(request, NAV, "households.imports.progress.title", found.fileName()), found);
    }

    PreviewView preview(HttpServletRequest request, RegisterImport found, String of, int after, boolean sameFile) {
        Page page = pages.page(request, NAV, "households.imports.preview.title", found.fileName());
        ImportCounts counts = java.util.Objects.requireNonNull(found.counts());
        List<Block> blocks = new ArrayList<>();
        Map<String, Long> classes = new LinkedHashMap<>();
        classes.put("error", counts.errors());
        classes.put("warning", counts.warnings());
        classes.put("new", counts.newRows());
        classes.put("changed", counts.changedRows());
        classes.put("unchanged", counts.unchangedRows());
        classes.forEach((name, count) -> {
            if (count > 0 && (of.isEmpty() || of.equals(name))) {
                blocks.add(block(page.t(), found, new Wanted(name, count, of.isEmpty() ? 0 : after), of.isEmpty()));
            }
        });
        return new PreviewView(page, found, counts, blocks, of, sameFile);
    }

    ResultView result(HttpServletRequest request, RegisterImport found) {
        return new ResultView(
                pages.page(request, NAV, "households.imports.result.title", found.fileName()),
                found,
                java.util.Objects.requireNonNull(found.counts()));
    }

    UndoView undo(HttpServletRequest request, RegisterImport found, Imports.Later later) {
        return new UndoView(
                pages.page(request, NAV, "households.imports.undo.title", found.fileName()),
                found,
                later.edited(),
                later.persons(),
                java.util.Objects.requireNonNull(found.counts()));
    }

    private record Wanted(String rowClass, long count, int after) {}

    private Block block(Texts t, RegisterImport found, Wanted wanted, boolean first) {
        int limit = first ? FIRST : PER_PAGE;
        List<PreviewStore.Shown> rows = switch (wanted.rowClass()) {
            case "error" -> preview.withProblems(found.id(), true, wanted.after(), limit);
            case "warning" -> preview.withProblems(found.id(), false, wanted.after(), limit);
            default ->
                preview.ofClass(
                        found.id(), wanted.rowClass().toUpperCase(java.util.Locale.ROOT), wanted.after(), limit);
        };
        int next = rows.size() < limit ? 0 : rows.getLast().number();
        return new Block(
                wanted.rowClass(),
                wanted.count(),
                rows.stream().map(row -> line(t, found, row)).toList(),
                next);
    }

    /** A row that could not be understood shows its cells as they are in the sheet, at their columns. */
    private Line line(Texts t, RegisterImport found, PreviewStore.Shown row) {
        Map<ImportColumn, Integer> at =
                found.mapping() == null ? Map.of() : found.mapping().positions();
        UUID village = row.villageId();
        return new Line(
                row.number(),
                village == null
                        ? raw(row, at, ImportColumn.VILLAGE)
                        : places.tree().get(village).fullName(),
                row.household().isEmpty() ? raw(row, at, ImportColumn.NUMBER) : row.household(),
                row.fullName().isEmpty() ? raw(row, at, ImportColumn.FULL_NAME) : row.fullName(),
                row.birthDate() == null ? raw(row, at, ImportColumn.BIRTH) : birth(t, row),
                row.relation().isEmpty()
                        ? raw(row, at, ImportColumn.RELATION)
                        : t.say("households.imports.relation." + row.relation()),
                row.cccd().isEmpty() ? raw(row, at, ImportColumn.CCCD) : row.cccd(),
                says(t, row));
    }

    private static String raw(PreviewStore.Shown row, Map<ImportColumn, Integer> at, ImportColumn column) {
        Integer index = at.get(column);
        return index == null || index >= row.raw().size() ? "" : row.raw().get(index);
    }

    private static String birth(Texts t, PreviewStore.Shown row) {
        LocalDate date = java.util.Objects.requireNonNull(row.birthDate());
        return switch (row.birthPrecision() == null ? "day" : row.birthPrecision()) {
            case "year" -> String.valueOf(date.getYear());
            case "month" -> t.date(date).substring(3);
            default -> t.date(date);
        };
    }

    private static List<String> says(Texts t, PreviewStore.Shown row) {
        List<String> says = new ArrayList<>();
        row.problems().forEach(problem -> says.add(message(t, problem)));
        if (row.oldName() != null && !row.oldName().equals(row.fullName())) {
            says.add(t.say("households.imports.preview.was", row.oldName()));
        }
        return says;
    }

    /** One line about a row's problem, with the column that it is about. */
    static String message(Texts t, RowProblem problem) {
        String said =
                t.say("problem." + problem.code() + ".detail", problem.args().toArray());
        String field = problem.field();
        String label = field == null
                ? ""
                : ImportColumn.ofCode(field).map(ImportColumn::labelKey).orElse("");
        return label.isEmpty() ? said : t.say("households.imports.preview.at", t.say(label), said);
    }
}
