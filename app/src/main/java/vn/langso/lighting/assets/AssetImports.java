package vn.langso.lighting.assets;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.langso.kernel.Ids;
import vn.langso.kernel.Problem;
import vn.langso.kernel.Texts;
import vn.langso.lighting.AssetRow;
import vn.langso.lighting.LightingAssets;
import vn.langso.lighting.LightingEdits;
import vn.langso.lighting.LightingEdits.Judged;
import vn.langso.lighting.LightingEdits.Made;
import vn.langso.lighting.LightingProblem;
import vn.langso.lighting.assets.AssetCells.Read;
import vn.langso.sheets.Cells;
import vn.langso.sheets.Sheet;
import vn.langso.sheets.SheetSource;
import vn.langso.shell.Caller;

/** Sheets of lamps: sent, looked at row by row, recorded, taken back. A lamp that is recorded already is left as it is. */
@Service
class AssetImports {

    /** A commune of forty villages with two hundred lamps each. */
    static final int MOST_ROWS = 8_000;

    private static final int LISTED = 10;

    private final AssetImportStore store;
    private final LightingEdits edits;
    private final BuiltIn builtIn;
    private final InstantSource clock;

    AssetImports(AssetImportStore store, LightingEdits edits, BuiltIn builtIn, InstantSource clock) {
        this.store = store;
        this.edits = edits;
        this.builtIn = builtIn;
        this.clock = clock;
    }

    /** A sheet with every row held against the register as it is now. */
    record Preview(AssetImport found, List<Judged> rows) {

        long ready() {
            return rows.stream().filter(Judged::isReady).count();
        }

        long known() {
            return rows.stream().filter(Judged::known).count();
        }

        List<Judged> wrong() {
            return rows.stream().filter(row -> !row.problems().isEmpty()).toList();
        }
    }

    /** Keeps the rows of the sheet for a look at them; refuses with the problems of {@code sheets}, {@code LGT-016}, {@code LGT-019}. */
    @Transactional
    public UUID send(Caller caller, UUID village, String fileName, SheetSource file, Texts t) throws IOException {
        caller.require(LightingAssets.EDIT, village);
        Gathered gathered = new Gathered(t);
        Sheet.open(file).read(gathered::row);
        AssetImport sent = new AssetImport(
                Ids.next(),
                village,
                fileName,
                AssetImport.State.PREVIEWED,
                caller.name(),
                clock.instant(),
                new Made(List.of(), List.of(), List.of(), List.of()));
        store.insert(sent, gathered.rows());
        return sent.id();
    }

    AssetImport get(Caller caller, UUID id) {
        AssetImport found = store.find(id)
                .orElseThrow(() -> Problem.of(LightingProblem.UNKNOWN).asException());
        caller.require(LightingAssets.EDIT, found.placeId());
        return found;
    }

    List<AssetImport> latest(Caller caller, UUID village) {
        caller.require(LightingAssets.EDIT, village);
        return store.latest(village, LISTED);
    }

    Preview preview(Caller caller, UUID id) {
        AssetImport found = get(caller, id);
        List<Read> read = new ArrayList<>();
        store.rows(id).forEach((number, cells) -> read.add(new AssetCells(cells).row(number)));
        List<AssetRow> legible = read.stream()
                .filter(row -> row.problems().isEmpty())
                .map(Read::row)
                .toList();
        List<Judged> judged = new ArrayList<>();
        edits.judge(caller, found.placeId(), legible).forEach(row -> judged.add(withDevice(row, found.placeId())));
        read.stream()
                .filter(row -> !row.problems().isEmpty())
                .forEach(row -> judged.add(new Judged(row.row(), false, row.problems())));
        judged.sort(java.util.Comparator.comparingInt(one -> one.row().number()));
        return new Preview(found, judged);
    }

    /** Records the rows without problems; refuses {@code LGT-017} when somebody has done so already. */
    @Transactional
    public void commit(Caller caller, UUID id) {
        Preview preview = preview(caller, id);
        AssetImport found = preview.found();
        List<AssetRow> ready =
                preview.rows().stream().filter(Judged::isReady).map(Judged::row).toList();
        expect(found, AssetImport.State.PREVIEWED);
        Made made = edits.add(caller, found.placeId(), ready);
        moved(store.move(found, AssetImport.State.RECORDED, made, clock.instant()));
    }

    /** Takes back what the sheet made; refuses {@code LGT-018} when some of it is in use. */
    @Transactional
    public void undo(Caller caller, UUID id) {
        AssetImport found = get(caller, id);
        expect(found, AssetImport.State.RECORDED);
        edits.takeBack(caller, found.placeId(), found.made());
        moved(store.move(found, AssetImport.State.UNDONE, found.made(), clock.instant()));
    }

    private Judged withDevice(Judged judged, UUID village) {
        List<Problem> wrong = judged.isReady() ? builtIn.check(judged.row().deviceId(), village) : List.of();
        return wrong.isEmpty() ? judged : new Judged(judged.row(), false, wrong);
    }

    private static void expect(AssetImport found, AssetImport.State state) {
        moved(found.state() == state);
    }

    private static void moved(boolean moved) {
        if (!moved) {
            throw Problem.of(LightingProblem.IMPORT_ELSEWHERE).asException();
        }
    }

    /** Takes the rows of a sheet and puts their cells into the order of our columns. */
    private static final class Gathered {

        private final Texts t;
        private final SortedMap<Integer, List<String>> rows = new TreeMap<>();
        private final Map<AssetColumn, Integer> places = new EnumMap<>(AssetColumn.class);

        Gathered(Texts t) {
            this.t = t;
        }

        boolean row(int number, String[] cells, int width) {
            if (places.size() < 2) {
                places.clear();
                places.putAll(heading(cells, width));
                return true;
            }
            List<String> ordered = new ArrayList<>(Collections.nCopies(AssetColumn.values().length, ""));
            places.forEach((column, at) -> {
                String cell = at < width && !Cells.isBroken(cells[at]) ? cells[at] : "";
                ordered.set(column.place(), cell.replaceAll("\\p{Cntrl}", " "));
            });
            rows.put(number, ordered);
            if (rows.size() > MOST_ROWS) {
                throw Problem.at("file", LightingProblem.TOO_MANY_ROWS, MOST_ROWS)
                        .asException();
            }
            return true;
        }

        /** The rows, if the sheet has the columns without which no lamp can be recorded. */
        SortedMap<Integer, List<String>> rows() {
            List<String> missing = new ArrayList<>();
            for (AssetColumn column : AssetColumn.values()) {
                if (column.isNeeded() && !places.containsKey(column)) {
                    missing.add(t.say(column.labelKey()));
                }
            }
            if (!missing.isEmpty()) {
                throw Problem.at("file", LightingProblem.COLUMNS_MISSING, String.join(", ", missing))
                        .asException();
            }
            return rows;
        }

        /** Titles above the heading have at most one word that is a column's. */
        private Map<AssetColumn, Integer> heading(String[] cells, int width) {
            Map<AssetColumn, Integer> found = new HashMap<>();
            for (int i = 0; i < width; i++) {
                int at = i;
                AssetColumn.ofHeading(cells[i], t).ifPresent(column -> found.putIfAbsent(column, at));
            }
            return found;
        }
    }
}
