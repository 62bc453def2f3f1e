package vn.langso.platform;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;
import java.util.Set;

/**
 * The folder that holds everything one installation must keep: database cluster, files, keys.
 *
 * <p>Its {@code langso.properties} says which mode (demo or run) and which layout version wrote it. The folder is refused, with one
 * sentence, when it cannot be used safely.
 */
record DataFolder(Path root, String mode) {

    /** Raised when an older program can no longer read what this one writes. */
    static final int LAYOUT = 1;

    /** Below this the database may stop in the middle of a write: 200 MB, about ten WAL segments and a checkpoint. */
    private static final long LEAST_FREE_BYTES = 200L << 20;

    private static final Set<PosixFilePermission> OWNER_ONLY =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    /** Opens or makes the folder; throws {@link StartRefused} when it is unwritable, full, of another mode or of a newer version. */
    static DataFolder open(Path root, String mode) {
        DataFolder folder = new DataFolder(root.toAbsolutePath().normalize(), mode);
        folder.makeFolders();
        folder.checkSpace();
        folder.checkMarker();
        return folder;
    }

    Path database() {
        return root.resolve("database");
    }

    Path log(String name) {
        return root.resolve("log").resolve(name);
    }

    /** The secret of this name, made at first use; 32 random bytes as hex, readable by the owner alone. */
    String secret(String name) {
        Path file = root.resolve("keys").resolve(name);
        try {
            if (!Files.exists(file)) {
                byte[] bytes = new byte[32];
                new SecureRandom().nextBytes(bytes);
                Files.writeString(file, HexFormat.of().formatHex(bytes));
                Files.setPosixFilePermissions(file, OWNER_ONLY);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new StartRefused("Cannot read or write the key " + file + ": " + e.getMessage(), e);
        }
    }

    private void makeFolders() {
        try {
            Files.createDirectories(root);
            for (String child : new String[] {"keys", "log", "files"}) {
                Files.createDirectories(root.resolve(child));
            }
            Path probe = Files.createTempFile(root, "write", ".probe");
            Files.delete(probe);
        } catch (FileAlreadyExistsException e) {
            throw new StartRefused("The data folder " + root + " is not a folder. Choose another with --data DIR.", e);
        } catch (IOException e) {
            throw new StartRefused(
                    "The data folder " + root
                            + " cannot be written. Give it to this user or choose another with --data DIR.",
                    e);
        }
    }

    private void checkSpace() {
        try {
            FileStore store = Files.getFileStore(root);
            if (store.getUsableSpace() < LEAST_FREE_BYTES) {
                throw new StartRefused("The disk of " + root + " is full: " + (store.getUsableSpace() >> 20)
                        + " MB are left and 200 MB are needed. Free some space, then start again.");
            }
        } catch (IOException e) {
            throw new StartRefused("The free space of " + root + " cannot be read: " + e.getMessage(), e);
        }
    }

    private void checkMarker() {
        Path marker = root.resolve("langso.properties");
        Properties known = new Properties();
        try {
            if (Files.exists(marker)) {
                try (var in = Files.newInputStream(marker)) {
                    known.load(in);
                }
                int layout = Integer.parseInt(known.getProperty("layout", "1"));
                if (layout > LAYOUT) {
                    throw new StartRefused(
                            "The data folder " + root + " was written by a newer version of Làng Số (layout " + layout
                                    + ", this program knows " + LAYOUT + "). Start it with the newer version.");
                }
                String owner = known.getProperty("mode", mode);
                if (!owner.equals(mode)) {
                    throw new StartRefused("The data folder " + root + " belongs to '" + owner
                            + "' and is refused for '" + mode + "'. Choose another with --data DIR.");
                }
            } else {
                known.setProperty("layout", String.valueOf(LAYOUT));
                known.setProperty("mode", mode);
                try (var out = Files.newOutputStream(marker)) {
                    known.store(out, "Làng Số data folder");
                }
            }
        } catch (IOException | NumberFormatException e) {
            throw new StartRefused("The file " + marker + " cannot be read: " + e.getMessage(), e);
        }
    }
}
