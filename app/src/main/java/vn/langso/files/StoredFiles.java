package vn.langso.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import vn.langso.audit.Audit;
import vn.langso.audit.Change;
import vn.langso.kernel.Ids;
import vn.langso.kernel.Problem;
import vn.langso.shell.Caller;

/** Keeps and opens uploaded files. */
@Service
@EnableConfigurationProperties(FileSettings.class)
public class StoredFiles {

    /** The permission to upload, and to open what was uploaded for no particular purpose. */
    public static final String UPLOAD = "files.upload";

    private final StoredFileStore store;
    private final FileFolder folder;
    private final FileSettings settings;
    private final Audit audit;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    StoredFiles(
            StoredFileStore store,
            FileFolder folder,
            FileSettings settings,
            Audit audit,
            InstantSource clock,
            TransactionTemplate transaction) {
        this.store = store;
        this.folder = folder;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * Keeps a file: first the content, sealed, then the row, so that a row never lacks its content.
     *
     * <p>Refuses with {@code FIL-001} when it is empty, {@code FIL-002} when its kind is not taken, {@code FIL-003} when it is too large,
     * {@code FIL-007} when the disk is full, {@code SHL-403} outside the caller's places.
     */
    public StoredFile keep(Caller caller, Upload upload) {
        caller.require(UPLOAD, upload.placeId());
        long largest =
                upload.taken().stream().mapToLong(FileKind::largestBytes).max().orElse(0);
        FileFolder.Aside aside = folder.writeAside(upload.content(), largest);
        try {
            FileKind kind = kindOf(aside, upload);
            StoredFile file = new StoredFile(
                    Ids.next(),
                    FileNames.clean(upload.name()),
                    kind,
                    aside.size(),
                    aside.sha256(),
                    upload.placeId(),
                    upload.needs(),
                    caller.accountId(),
                    caller.name(),
                    clock.instant().atOffset(ZoneOffset.UTC));
            keep(caller, file, aside);
            return file;
        } finally {
            folder.discard(aside.path());
        }
    }

    private void keep(Caller caller, StoredFile file, FileFolder.Aside aside) {
        transaction.executeWithoutResult(status -> {
            store.lockContent(file.sha256());
            folder.keep(aside);
            store.insert(file);
            audit.changed(caller, new Change("files.keep", file.placeId(), "file", file.id(), null, described(file)));
        });
    }

    /** A file that the caller may open; refuses with {@code FIL-004} as if it were not there. */
    @Transactional(readOnly = true)
    public StoredFile get(Caller caller, UUID id) {
        return find(caller, id)
                .orElseThrow(() -> Problem.of(FilesProblem.NOT_FOUND).asException());
    }

    /** As {@link #get}, empty instead of a refusal. */
    @Transactional(readOnly = true)
    public Optional<StoredFile> find(Caller caller, UUID id) {
        return store.find(id)
                .filter(file ->
                        file.accountId().equals(caller.accountId()) || caller.may(file.needs(), file.placeId()));
    }

    /** The content, opened in memory as it is read; it stays as long as the row does. */
    public SeekableByteChannel open(StoredFile file) throws IOException {
        return folder.open(file.sha256());
    }

    /** Where the sealed content lies. */
    Path pathOf(StoredFile file) {
        return folder.pathOf(file.sha256());
    }

    /** The caller's own uploads, newest first. */
    @Transactional(readOnly = true)
    List<StoredFile> own(Caller caller, @Nullable UUID after, int limit) {
        return store.ofAccount(caller.accountId(), after, limit);
    }

    /** Forgets a file in the caller's transaction; its content goes with the next sweep unless another row has the same. */
    @Transactional
    public void forget(Caller caller, StoredFile file) {
        store.delete(file.id());
        audit.changed(caller, new Change("files.forget", file.placeId(), "file", file.id(), described(file), null));
    }

    /** Takes away contents that no row names, as killed uploads and forgotten files leave them; says how many. */
    int sweep() {
        var before = clock.instant().minus(settings.orphansKept());
        folder.discardAsideOlderThan(before);
        int taken = 0;
        for (String sha256 : folder.hashesOlderThan(before)) {
            Boolean gone = transaction.execute(status -> {
                store.lockContent(sha256);
                if (store.hasContent(sha256)) {
                    return false;
                }
                folder.discard(folder.pathOf(sha256));
                return true;
            });
            taken += Boolean.TRUE.equals(gone) ? 1 : 0;
        }
        return taken;
    }

    private FileKind kindOf(FileFolder.Aside aside, Upload upload) {
        if (aside.size() == 0) {
            throw Problem.at("file", FilesProblem.EMPTY).asException();
        }
        try (SeekableByteChannel content = folder.open(aside)) {
            FileKind kind = FileKinds.of(content);
            if (!upload.taken().contains(kind)) {
                throw Problem.at("file", FilesProblem.KIND_NOT_TAKEN, kind.mediaType())
                        .asException();
            }
            if (aside.size() > kind.largestBytes()) {
                long most = FileFolder.megabytes(kind.largestBytes());
                throw Problem.at("file", FilesProblem.TOO_LARGE, most).asException();
            }
            return kind;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object described(StoredFile file) {
        return java.util.Map.of("name", file.name(), "kind", file.kind(), "sha256", file.sha256());
    }
}
