package vn.langso.households.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import vn.langso.files.StoredFile;
import vn.langso.files.StoredFiles;
import vn.langso.households.rows.ImportColumn;
import vn.langso.households.rows.ImportProblem;
import vn.langso.households.rows.Mapping;
import vn.langso.households.rows.RowProblem;
import vn.langso.kernel.Problem;
import vn.langso.kernel.Texts;
import vn.langso.sheets.Cells;
import vn.langso.sheets.Sheet;
import vn.langso.sheets.SheetWriter;
import vn.langso.shell.Caller;
import vn.langso.shell.Needs;
import vn.langso.shell.Pages;

/** The sheets that an import hands out: the empty one to fill in, and the rows with problems to correct. */
@Controller
class SheetsController {

    private static final int PROBLEMS_AT_ONCE = 2_000;

    private final Imports imports;
    private final StoredFiles files;
    private final Pages pages;

    SheetsController(Imports imports, StoredFiles files, Pages pages) {
        this.imports = imports;
        this.files = files;
        this.pages = pages;
    }

    @Needs(Imports.PERMISSION)
    @GetMapping(ImportController.START + "/template.{kind:xlsx|csv}")
    void template(HttpServletRequest request, HttpServletResponse response, @PathVariable String kind)
            throws IOException {
        Texts t = pages.texts(request);
        head(response, kind, t.say("households.imports.template.name"));
        try (SheetWriter sheet = writer(response.getOutputStream(), kind, t.say("households.imports.template.sheet"))) {
            sheet.row(Arrays.stream(ImportColumn.values())
                    .map(column -> t.say(column.labelKey()))
                    .toList());
        }
    }

    /** The rows with problems as they are in the sheet, with its heading, and what is wrong in a column at the end. */
    @Needs(Imports.PERMISSION)
    @GetMapping(ImportController.START + "/{id}/problems.{kind:xlsx|csv}")
    void problems(
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable UUID id,
            @PathVariable String kind)
            throws IOException {
        RegisterImport found = imports.get(caller, id);
        Texts t = pages.texts(request);
        StoredFile file = files.find(caller, found.fileId())
                .orElseThrow(() -> Problem.of(ImportProblem.FILE_GONE).asException());
        Sheet source = Sheet.open(() -> files.open(file));
        head(response, kind, t.say("households.imports.problems.name"));
        try (SheetWriter sheet = writer(response.getOutputStream(), kind, t.say("households.imports.template.sheet"))) {
            ProblemRows rows = new ProblemRows(caller, found, t, sheet);
            source.read(rows::row);
        }
    }

    /** Walks through the sheet and its problems side by side; both are in the order of the rows. */
    private final class ProblemRows {

        private final Caller caller;
        private final RegisterImport found;
        private final Texts t;
        private final SheetWriter sheet;
        private final int width;
        private SortedMap<Integer, List<RowProblem>> problems = new TreeMap<>();
        private int upTo;
        private boolean more = true;

        /** Where village and household number stand; a row taken out of its place needs those of the rows above. */
        private final List<Integer> filledDown = new ArrayList<>();

        private final String[] above;

        ProblemRows(Caller caller, RegisterImport found, Texts t, SheetWriter sheet) throws IOException {
            this.caller = caller;
            this.found = found;
            this.t = t;
            this.sheet = sheet;
            this.width = found.heading().labels().size();
            this.above = new String[width];
            Arrays.fill(above, "");
            Mapping mapping = found.mapping();
            if (mapping != null) {
                mapping.positions().forEach((column, at) -> {
                    if (column == ImportColumn.VILLAGE || column == ImportColumn.NUMBER) {
                        filledDown.add(at);
                    }
                });
            }
            List<String> heading = new ArrayList<>(found.heading().labels());
            heading.add(t.say("households.imports.problems.column"));
            sheet.row(heading);
        }

        boolean row(int number, String[] cells, int filled) {
            if (number <= found.heading().lastRow()) {
                return true;
            }
            for (int at : filledDown) {
                if (at < filled && !cells[at].isBlank() && !Cells.isBroken(cells[at])) {
                    above[at] = cells[at];
                }
            }
            while (more && number > upTo) {
                next();
            }
            List<RowProblem> here = problems.get(number);
            if (here != null) {
                write(cells, filled, here);
            }
            return more || number < upTo;
        }

        private void next() {
            problems = imports.problems(caller, found.id(), upTo, PROBLEMS_AT_ONCE);
            more = problems.size() == PROBLEMS_AT_ONCE;
            upTo = problems.isEmpty() ? upTo : problems.lastKey();
        }

        private void write(String[] cells, int filled, List<RowProblem> here) {
            List<String> row = new ArrayList<>(width + 1);
            for (int i = 0; i < width; i++) {
                String cell = i < filled && !Cells.isBroken(cells[i]) ? cells[i] : "";
                row.add(cell.isBlank() ? above[i] : cell);
            }
            row.add(String.join(
                    "\n",
                    here.stream()
                            .map(problem -> ImportPages.message(t, problem))
                            .toList()));
            try {
                sheet.row(row);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static SheetWriter writer(OutputStream out, String kind, String name) throws IOException {
        return kind.equals("csv") ? SheetWriter.csv(out) : SheetWriter.xlsx(out, name);
    }

    private static void head(HttpServletResponse response, String kind, String name) {
        response.setContentType(
                kind.equals("csv")
                        ? "text/csv;charset=UTF-8"
                        : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name + "." + kind, StandardCharsets.UTF_8)
                        .build()
                        .toString());
    }
}
