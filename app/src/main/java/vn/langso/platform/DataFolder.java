package vn.langso.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.Set;

/**
 * The folder that holds everything one installation must keep: database cluster, files, keys.
 *
 * <p>Its {@code langso.properties} says which mode (demo or run) and which layout version wrote it. The folder is refused, with one
 * sentence, when it cannot be used safely. One program at a time owns it, by a lock that ends with the process, however it ends.
 */
record DataFolder(Path root, String mode, FileChannel lock) implements AutoCloseable {

    /** Raised when an older program can no longer read what this one writes. */
    static final int LAYOUT = 1;

    /** Below this the database may stop in the middle of a write: 200 MB, about ten WAL segments and a checkpoint. */
    private static final long LEAST_FREE_MB = 200;

    private static final String MARKER = "langso.properties";
    private static final String LOCK = "in-use.lock";

    /** Uploads lie in it, in clear, while their request is answered; what a killed program left is taken away by the next start. */
    private static final String ASIDE = "aside";

    private static final Set<PosixFilePermission> OWNER_ONLY =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    /**
     * Opens or makes the folder; throws {@link StartRefused} when it is unwritable, full, in use, of another mode or of a newer version.
     */
    static DataFolder open(Path path, String mode) {
        Path root = path.toAbsolutePath().normalize();
        makeFolders(root);
        checkSpace(root);
        DataFolder folder = new DataFolder(root, mode, lock(root));
        try {
            folder.checkMarker();
            folder.emptyAside();
        } catch (StartRefused e) {
            folder.close();
            throw e;
        }
        return folder;
    }

    Path aside() {
        return root.resolve(ASIDE);
    }

    private void emptyAside() {
        Path aside = aside();
        try {
            delete(aside);
            Files.createDirectory(
                    aside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new StartRefused(
                    "Không dọn được thư mục " + aside + ".", "The folder " + aside + " cannot be emptied.", e);
        }
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
                Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
                Files.writeString(file, HexFormat.of().formatHex(bytes));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new StartRefused(
                    "Không đọc hoặc ghi được khóa " + file + ".", "The key " + file + " cannot be read or written.", e);
        }
    }

    /** Throws everything in it away; only a demo may be started over. */
    void clear() {
        if (!"demo".equals(mode)) {
            throw new IllegalStateException("Only the data of a demo may be thrown away");
        }
        try (var children = Files.list(root)) {
            for (Path child : children.toList()) {
                if (!child.endsWith(MARKER) && !child.endsWith(LOCK)) {
                    delete(child);
                }
            }
        } catch (IOException e) {
            throw new StartRefused(
                    "Không xóa được dữ liệu trình diễn cũ trong " + root + ".",
                    "The old demo data in " + root + " cannot be deleted.",
                    e);
        }
        makeFolders(root);
        emptyAside();
    }

    /** The file, or the folder with all that is in it; nothing when it is not there. */
    static void delete(Path path) throws IOException {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            try (var paths = Files.walk(path)) {
                for (Path each : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void makeFolders(Path root) {
        try {
            Files.createDirectories(root);
            for (String child : List.of("keys", "log", "files")) {
                Files.createDirectories(root.resolve(child));
            }
            Files.delete(Files.createTempFile(root, "write", ".probe"));
        } catch (FileAlreadyExistsException e) {
            throw new StartRefused(
                    "Đường dẫn dữ liệu " + root + " không phải là thư mục: hãy chọn nơi khác bằng --data DIR.",
                    "The data folder " + root + " is not a folder: choose another with --data DIR.",
                    e);
        } catch (IOException e) {
            if (isDiskFull(e)) {
                throw diskFull(root, 0);
            }
            throw new StartRefused(
                    "Không ghi được vào thư mục dữ liệu " + root
                            + ": hãy cấp quyền cho người dùng này hoặc chọn nơi khác bằng --data DIR.",
                    "The data folder " + root
                            + " cannot be written: give it to this user or choose another with --data DIR.",
                    e);
        }
    }

    private static boolean isDiskFull(IOException e) {
        return String.valueOf(e.getMessage()).contains("No space left");
    }

    private static void checkSpace(Path root) {
        try {
            long freeMb = Files.getFileStore(root).getUsableSpace() >> 20;
            if (freeMb < LEAST_FREE_MB) {
                throw diskFull(root, freeMb);
            }
        } catch (IOException e) {
            throw new StartRefused(
                    "Không đọc được dung lượng trống của " + root + ".",
                    "The free space of " + root + " cannot be read.",
                    e);
        }
    }

    private static StartRefused diskFull(Path root, long freeMb) {
        return new StartRefused(
                "Ổ đĩa chứa " + root + " đã đầy: còn " + freeMb + " MB, cần " + LEAST_FREE_MB
                        + " MB; hãy dọn bớt rồi chạy lại.",
                "The disk of " + root + " is full: " + freeMb + " MB are left and " + LEAST_FREE_MB
                        + " MB are needed; free some space, then start again.");
    }

    private static FileChannel lock(Path root) {
        try {
            FileChannel channel =
                    FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isOurs(channel)) {
                return channel;
            }
            channel.close();
        } catch (IOException e) {
            throw new StartRefused(
                    "Không khóa được thư mục dữ liệu " + root + ".",
                    "The data folder " + root + " cannot be locked.",
                    e);
        }
        throw new StartRefused(
                "Thư mục dữ liệu " + root
                        + " đang được một chương trình Làng Số khác dùng: hãy dừng chương trình đó hoặc chọn nơi khác bằng --data DIR.",
                "The data folder " + root
                        + " is in use by another running Làng Số: stop that one or choose another with --data DIR.");
    }

    private static boolean isOurs(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private void checkMarker() {
        Path marker = root.resolve(MARKER);
        try {
            if (Files.exists(marker)) {
                checkKnown(marker);
            } else {
                Properties fresh = new Properties();
                fresh.setProperty("layout", String.valueOf(LAYOUT));
                fresh.setProperty("mode", mode);
                try (var out = Files.newOutputStream(marker)) {
                    fresh.store(out, "Làng Số data folder");
                }
            }
        } catch (IOException | NumberFormatException e) {
            throw new StartRefused("Không đọc được tệp " + marker + ".", "The file " + marker + " cannot be read.", e);
        }
    }

    private void checkKnown(Path marker) throws IOException {
        Properties known = new Properties();
        try (var in = Files.newInputStream(marker)) {
            known.load(in);
        }
        int layout = Integer.parseInt(known.getProperty("layout", "1"));
        if (layout > LAYOUT) {
            throw new StartRefused(
                    "Thư mục dữ liệu " + root + " do một phiên bản mới hơn ghi (kiểu " + layout
                            + ", chương trình này biết đến " + LAYOUT + "): hãy chạy bằng phiên bản mới hơn.",
                    "The data folder " + root + " was written by a newer version of Làng Số (layout " + layout
                            + ", this program knows " + LAYOUT + "): start it with the newer version.");
        }
        String owner = known.getProperty("mode", mode);
        if (!owner.equals(mode)) {
            throw new StartRefused(
                    "Thư mục dữ liệu " + root + " là của '" + owner + "', không dùng cho '" + mode
                            + "': hãy chọn nơi khác bằng --data DIR.",
                    "The data folder " + root + " belongs to '" + owner + "' and is refused for '" + mode
                            + "': choose another with --data DIR.");
        }
    }
}
