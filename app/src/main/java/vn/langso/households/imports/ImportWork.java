package vn.langso.households.imports;

import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import vn.langso.audit.Audit;
import vn.langso.audit.Change;
import vn.langso.files.StoredFile;
import vn.langso.files.StoredFiles;
import vn.langso.households.CopyRows;
import vn.langso.households.RegisterColumns;
import vn.langso.households.rows.ImportProblem;
import vn.langso.households.rows.RowReader;
import vn.langso.households.rows.StagedRow;
import vn.langso.households.rows.Villages;
import vn.langso.kernel.Problem;
import vn.langso.kernel.ProblemException;
import vn.langso.kernel.Texts;
import vn.langso.places.Places;
import vn.langso.sheets.Sheet;
import vn.langso.sheets.SheetFacts;
import vn.langso.shell.Caller;

/**
 * Does the work of an import: reading, writing, undoing, each in one transaction that holds the import's lock to its end. Whatever stops
 * the program, the transaction is there wholly or not at all.
 */
@Component
class ImportWork {

    /** Rows per statement of writing: often enough to show progress, rarely enough to cost nothing. */
    private static final int SLICE = 25_000;

    private static final int TOLD_EVERY = 20_000;

    /** Ids are made some time before they are committed; what is older than this before the preview was seen by it. */
    private static final long SLOWEST_WRITE_MILLIS = 300_000;

    /** One at a time in this program, so that the heap is that of one. Those that wait hold their lock. */
    private final Semaphore turn = new Semaphore(1);

    private final ImportStore store;
    private final StagingStore staging;
    private final MatchStore match;
    private final CompareStore compare;
    private final CommitStore commit;
    private final UndoStore undo;
    private final StoredFiles files;
    private final Places places;
    private final RegisterColumns columns;
    private final Audit audit;
    private final InstantSource clock;
    private final TransactionTemplate transaction;
    private final TransactionTemplate aside;

    ImportWork(
            Stores stores,
            StoredFiles files,
            Places places,
            Audit audit,
            InstantSource clock,
            PlatformTransactionManager transactions) {
        this.store = stores.imports();
        this.staging = stores.staging();
        this.match = stores.match();
        this.compare = stores.compare();
        this.commit = stores.commit();
        this.undo = stores.undo();
        this.columns = stores.columns();
        this.files = files;
        this.places = places;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.aside = new TransactionTemplate(transactions);
        this.aside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The stores that the work goes through. */
    @Component
    record Stores(
            ImportStore imports,
            StagingStore staging,
            MatchStore match,
            CompareStore compare,
            CommitStore commit,
            UndoStore undo,
            RegisterColumns columns) {}

    /** Reads the file, prepares its rows, compares them with the register. Ends in PREVIEWED or FAILED. */
    void read(Caller caller, UUID id) {
        try {
            alone(id, ImportState.READING, found -> {
                staging.clear(id);
                SheetFacts facts = prepare(caller, found);
                staging.analyze();
                tell(id, "match", 0, 0);
                match.match(id, villages(caller, found), found.asOf());
                ImportCounts counts = compare.counts(id);
                if (counts.rows() == 0) {
                    throw Problem.of(ImportProblem.NO_ROWS).asException();
                }
                store.previewed(id, facts, counts, null, clock.instant());
            });
        } catch (ProblemException e) {
            fail(id, ImportState.READING, ImportState.FAILED, e.problems().getFirst());
        }
    }

    /** Writes what was previewed. Ends in COMMITTED; in PREVIEWED with new counts when the register changed meanwhile. */
    void commit(Caller caller, UUID id) {
        alone(id, ImportState.COMMITTING, found -> {
            store.waitForOtherCommits();
            ImportCounts seen = Objects.requireNonNull(found.counts());
            if (staging.count(id) != seen.rows()) {
                store.failed(id, ImportState.UPLOADED, "prepared-rows-lost", List.of());
                return;
            }
            OffsetDateTime previewed = Objects.requireNonNull(found.times().previewedAt());
            if (commit.isStale(id, boundary(previewed)) || store.isWrittenSince(id, previewed)) {
                tell(id, "match", 0, 0);
                SheetFacts again = repeat(caller, found);
                ImportCounts now = compare.counts(id);
                if (!now.equals(seen)) {
                    store.previewed(id, again, now, "register-changed", clock.instant());
                    return;
                }
            }
            write(found, seen);
            audit.changed(
                    caller, new Change("households.import", found.placeId(), "import", id, null, kept(found, seen)));
            store.committed(id, seen, clock.instant());
        });
    }

    /** Lets go of the prepared rows of a written import; nobody waits for it. */
    void tidy(UUID id) {
        transaction.executeWithoutResult(status -> {
            if (store.find(id)
                    .filter(found -> found.state() == ImportState.COMMITTED)
                    .isPresent()) {
                staging.tidy(id);
            }
        });
    }

    /** Takes a written import back. Ends in UNDONE. */
    void undo(Caller caller, UUID id) {
        alone(id, ImportState.UNDOING, found -> {
            store.waitForOtherCommits();
            ImportCounts counts = Objects.requireNonNull(found.counts());
            UndoStore.Edited edited = undo.edited(id);
            tell(id, "undo", 0, 0);
            undo.undo(id);
            audit.changed(
                    caller,
                    new Change(
                            "households.import-undo",
                            found.placeId(),
                            "import",
                            id,
                            kept(found, counts),
                            Map.of("householdsKept", edited.households(), "personsKept", edited.persons())));
            store.undone(id, caller.name(), clock.instant());
        });
    }

    /** Works on the import in one transaction under its lock; not at all when another copy does, or its state is another by now. */
    private void alone(UUID id, ImportState state, Consumer<RegisterImport> work) {
        transaction.executeWithoutResult(status -> {
            if (!store.tryLock(id)) {
                return;
            }
            turn.acquireUninterruptibly();
            try {
                store.giveMemory();
                store.find(id).filter(found -> found.state() == state).ifPresent(work);
            } finally {
                turn.release();
            }
        });
    }

    private SheetFacts prepare(Caller caller, RegisterImport found) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Texts.ZONE);
        RowReader reader = new RowReader(
                Objects.requireNonNull(found.mapping()),
                new Villages(places.tree(), villages(caller, found)),
                columns,
                found.asOf(),
                today);
        StoredFile file = files.find(caller, found.fileId())
                .orElseThrow(() -> Problem.of(ImportProblem.FILE_GONE).asException());
        try {
            Sheet sheet = Sheet.open(() -> files.open(file));
            Rows rows = new Rows(found, sheet, reader);
            try (CopyRows copy = staging.open()) {
                return rows.copyTo(copy);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Hands rows on one late, because only the end of the file tells whether its last row was cut off. */
    private final class Rows {

        private final RegisterImport found;
        private final Sheet sheet;
        private final RowReader reader;
        private String[] late = {};
        private int lateNumber;
        private int lateWidth;
        private int count;

        Rows(RegisterImport found, Sheet sheet, RowReader reader) {
            this.found = found;
            this.sheet = sheet;
            this.reader = reader;
        }

        SheetFacts copyTo(CopyRows copy) throws IOException {
            SheetFacts facts = sheet.read((number, cells, width) -> {
                if (number > found.heading().lastRow()) {
                    flush(copy, false);
                    late = late.length < width ? new String[cells.length] : late;
                    System.arraycopy(cells, 0, late, 0, width);
                    lateNumber = number;
                    lateWidth = width;
                }
                return true;
            });
            flush(copy, facts.cutOff());
            return facts;
        }

        private void flush(CopyRows copy, boolean cutOff) {
            if (lateNumber == 0) {
                return;
            }
            StagedRow row = reader.read(lateNumber, late, lateWidth);
            staging.write(copy, found.id(), cutOff ? reader.cutOff(late, lateWidth) : row);
            if (++count % TOLD_EVERY == 0) {
                tell(found.id(), "read", sheet.position(), sheet.size());
            }
        }
    }

    private SheetFacts repeat(Caller caller, RegisterImport found) {
        staging.clear(found.id());
        SheetFacts facts = prepare(caller, found);
        staging.analyze();
        match.match(found.id(), villages(caller, found), found.asOf());
        return facts;
    }

    private void write(RegisterImport found, ImportCounts counts) {
        int last = Objects.requireNonNull(found.facts()).rows()
                + Objects.requireNonNull(found.facts()).emptyRows()
                + found.heading().lastRow();
        UUID id = found.id();
        for (int after = 0; after < last; after += SLICE) {
            commit.insertHouseholds(id, found.asOf(), after, upTo(after, last));
            tell(id, "write", after / 4, last);
        }
        for (int after = 0; after < last; after += SLICE) {
            commit.insertPersons(id, found.asOf(), after, upTo(after, last));
            tell(id, "write", last / 4 + after / 4L * 3, last);
        }
        if (!commit.change(id, found.asOf(), counts.changedRows())) {
            throw new IllegalStateException("A person of import " + id + " changed while it was written");
        }
        commit.count(id);
    }

    /** The last slice has no end: rows of a sheet may be numbered further apart than was counted. */
    private static int upTo(int after, int last) {
        return after + SLICE >= last ? Integer.MAX_VALUE : after + SLICE;
    }

    private Set<UUID> villages(Caller caller, RegisterImport found) {
        return caller.isProgram() ? places.tree().covered(found.placeId()) : caller.scope();
    }

    private void fail(UUID id, ImportState from, ImportState to, Problem problem) {
        aside.executeWithoutResult(status -> {
            if (store.find(id).filter(found -> found.state() == from).isPresent()) {
                store.failed(id, to, problem.code().code(), problem.args());
            }
        });
    }

    /** Progress is told on a connection of its own, so that it is seen while the work goes on. */
    private void tell(UUID id, String step, long done, long total) {
        aside.executeWithoutResult(status -> store.progress(id, new RegisterImport.Progress(step, done, total)));
    }

    private static Object kept(RegisterImport found, ImportCounts counts) {
        return Map.of("file", found.fileName(), "asOf", found.asOf().toString(), "counts", counts);
    }

    /** The smallest id that can have been made after the preview began. */
    private static UUID boundary(OffsetDateTime previewed) {
        long millis = previewed.toInstant().toEpochMilli() - SLOWEST_WRITE_MILLIS;
        return new UUID(millis << 16 | 0x7000L, 0x8000000000000000L);
    }
}
