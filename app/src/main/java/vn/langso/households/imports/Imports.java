package vn.langso.households.imports;

import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.langso.files.FileKind;
import vn.langso.files.StoredFile;
import vn.langso.files.StoredFiles;
import vn.langso.files.Upload;
import vn.langso.households.rows.Heading;
import vn.langso.households.rows.ImportProblem;
import vn.langso.households.rows.Mapping;
import vn.langso.households.rows.RowProblem;
import vn.langso.kernel.Ids;
import vn.langso.kernel.Problem;
import vn.langso.kernel.ProblemException;
import vn.langso.kernel.Texts;
import vn.langso.sheets.Sheet;
import vn.langso.sheets.SheetSource;
import vn.langso.shell.Caller;

/** Imports of sheets into the register; all need {@code households.import} for the place of the caller's role. */
@Service
public class Imports {

    static final String PERMISSION = "households.import";

    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);

    private static final Set<FileKind> KINDS = Set.of(FileKind.XLSX, FileKind.TEXT);

    private final ImportStore store;
    private final ImportWork work;
    private final PreviewStore preview;
    private final UndoStore undo;
    private final StoredFiles files;
    private final InstantSource clock;

    Imports(
            ImportStore store,
            ImportWork work,
            PreviewStore preview,
            UndoStore undo,
            StoredFiles files,
            InstantSource clock) {
        this.store = store;
        this.preview = preview;
        this.undo = undo;
        this.work = work;
        this.files = files;
        this.clock = clock;
    }

    /**
     * Keeps the file and looks for its heading. {@code seen} is the same file, to be looked at before anything is kept.
     *
     * <p>Refusals: everything of {@code SheetProblem}, {@code HHI-001} no heading, {@code HHI-002} no rows, those of the files.
     *
     * @return id of the import, to be mapped next
     */
    @Transactional
    public UUID upload(Caller caller, String name, java.nio.file.Path seen) throws IOException {
        UUID place = placeOf(caller);
        caller.require(PERMISSION, place);
        Heading heading = Heading.of(Sheet.open(SheetSource.of(seen)));
        StoredFile file;
        try (InputStream content = java.nio.file.Files.newInputStream(seen)) {
            file = files.keep(caller, new Upload(name, place, PERMISSION, KINDS, content));
        }
        UUID id = Ids.next();
        LocalDate today = LocalDate.ofInstant(clock.instant(), Texts.ZONE);
        store.insert(id, caller, file, heading, today, clock.instant());
        return id;
    }

    /** What the columns are: as chosen, else as the commune chose for such a sheet before, else as the headings suggest. */
    @Transactional(readOnly = true)
    Mapping suggested(RegisterImport found) {
        Mapping chosen = found.mapping();
        return chosen != null
                ? chosen
                : store.remembered(found.placeId(), found.heading().fingerprint())
                        .filter(mapping -> mapping.columns().size()
                                == found.heading().labels().size())
                        .orElseGet(() -> new Mapping(found.heading().guess(), null));
    }

    /** True when the suggestion comes from an earlier import of such a sheet. */
    @Transactional(readOnly = true)
    boolean isRemembered(RegisterImport found) {
        return found.mapping() == null
                && store.remembered(found.placeId(), found.heading().fingerprint())
                        .isPresent();
    }

    /** Chooses the mapping and starts reading. Refuses with {@code HHI-003}, {@code HHI-004}, {@code HHI-005}, {@code HHI-009}. */
    @Transactional
    public void read(Caller caller, UUID id, Mapping.Choice choice) {
        RegisterImport found = get(caller, id);
        List<Problem> problems = choice.mapping().problems();
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        if (choice.asOf().isAfter(LocalDate.ofInstant(clock.instant(), Texts.ZONE))) {
            throw Problem.at("asOf", ImportProblem.DATE_WRONG).asException();
        }
        boolean moved = store.move(
                id,
                ImportState.READING,
                ImportState.UPLOADED,
                ImportState.FAILED,
                ImportState.PREVIEWED,
                ImportState.UNDONE);
        refuseUnless(moved);
        store.choose(id, choice);
        store.remember(found.placeId(), found.heading().fingerprint(), choice.mapping(), clock.instant());
        start("read", id, () -> work.read(caller, id));
    }

    /** Starts writing what was previewed. Refuses with {@code HHI-005} when it is not previewed, {@code HHI-007} without work. */
    @Transactional
    public void commit(Caller caller, UUID id) {
        RegisterImport found = get(caller, id);
        ImportCounts counts = found.counts();
        if (found.state() == ImportState.PREVIEWED && (counts == null || !counts.isWork())) {
            throw Problem.of(ImportProblem.NOTHING_TO_DO).asException();
        }
        refuseUnless(store.move(id, ImportState.COMMITTING, ImportState.PREVIEWED));
        start("commit", id, () -> {
            work.commit(caller, id);
            work.tidy(id);
        });
    }

    /** Starts taking a written import back. Refuses with {@code HHI-005} when it is not written. */
    @Transactional
    public void undo(Caller caller, UUID id) {
        get(caller, id);
        refuseUnless(store.move(id, ImportState.UNDOING, ImportState.COMMITTED));
        start("undo", id, () -> work.undo(caller, id));
    }

    /** An import of the caller's places; refuses with {@code HHI-006} as if it were not there. */
    @Transactional(readOnly = true)
    public RegisterImport get(Caller caller, UUID id) {
        return find(caller, id)
                .orElseThrow(() -> Problem.of(ImportProblem.UNKNOWN).asException());
    }

    Optional<RegisterImport> find(Caller caller, UUID id) {
        return store.find(id).filter(found -> caller.may(PERMISSION, found.placeId()));
    }

    /** Imports of the caller's places, newest first. */
    @Transactional(readOnly = true)
    List<RegisterImport> latest(Caller caller, @Nullable UUID after, int limit) {
        caller.require(PERMISSION);
        return store.latest(caller.scope(), after, limit);
    }

    /** What was edited since a written import and would stay if it were undone. */
    @Transactional(readOnly = true)
    Later editedSince(Caller caller, UUID id, int limit) {
        if (get(caller, id).state() != ImportState.COMMITTED) {
            throw Problem.of(ImportProblem.NOT_NOW).asException();
        }
        return new Later(undo.edited(id), undo.editedPersons(id, limit));
    }

    /** How much was edited since an import, and some of those persons. */
    record Later(UndoStore.Edited edited, List<UndoStore.EditedPerson> persons) {}

    /** Problems by row number, of rows after this one. */
    @Transactional(readOnly = true)
    SortedMap<Integer, List<RowProblem>> problems(Caller caller, UUID id, int after, int limit) {
        get(caller, id);
        return preview.problems(id, after, limit);
    }

    /** An earlier import of the same file that is in the register. */
    @Transactional(readOnly = true)
    Optional<UUID> sameFile(Caller caller, RegisterImport found) {
        return files.find(caller, found.fileId())
                .flatMap(file -> store.sameFile(found.placeId(), file.sha256(), found.id()));
    }

    /** The job begins after this transaction is committed, on a thread of its own; what it does is seen in the state. */
    private void start(String what, UUID id, Runnable job) {
        org.springframework.transaction.support.TransactionSynchronizationManager.registerSynchronization(
                new org.springframework.transaction.support.TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        Thread.ofPlatform().name("import-" + what + "-" + id).start(() -> guarded(id, job));
                    }
                });
    }

    /** The edge of the job: whatever goes wrong leaves the import where it was before, with a number for the log. */
    private void guarded(UUID id, Runnable job) {
        try {
            job.run();
        } catch (Exception e) {
            String trace = Ids.next().toString();
            LOG.error("Import {} stopped by failure {}", id, trace, e);
            store.find(id)
                    .filter(found -> found.state().isGoingOn())
                    .ifPresent(found -> store.failed(id, found.state().afterCut(), "GEN-500", List.of(trace)));
        }
    }

    private static void refuseUnless(boolean moved) {
        if (!moved) {
            throw Problem.of(ImportProblem.NOT_NOW).asException();
        }
    }

    private static UUID placeOf(Caller caller) {
        caller.require(PERMISSION);
        return Objects.requireNonNull(caller.placeId(), "An import belongs to the place of a role");
    }
}
