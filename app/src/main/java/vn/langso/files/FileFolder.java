package vn.langso.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import vn.langso.kernel.Ids;
import vn.langso.kernel.Problem;
import vn.langso.kernel.Sealer;

/**
 * The folder itself. A file appears under its hash only when it is complete and on the disk: it is written aside, looked at, sealed,
 * flushed, renamed.
 *
 * <p>Several copies of the program share one installation only if they share this folder.
 */
@Component
class FileFolder {

    private static final int BUFFER_BYTES = 64 << 10;

    private final Path root;
    private final FileSettings settings;
    private final Sealer sealer;

    FileFolder(@Value("${langso.data}") Path data, FileSettings settings) {
        this.root = data.toAbsolutePath().normalize().resolve("files");
        this.settings = settings;
        this.sealer = Sealer.of("files", settings.registerKey(), settings.keyFile());
    }

    /** A content that lies aside, not yet kept: in clear, or sealed. */
    record Aside(Path path, String sha256, long size) {}

    /** Writes the content aside, in clear until it has been looked at; refuses {@code FIL-003} above the limit and {@code FIL-007} when the disk is full. */
    Aside writeAside(InputStream content, long largestBytes) {
        Path temporary = fresh();
        try {
            Files.createDirectories(temporary.getParent());
            if (Files.getFileStore(root).getUsableSpace() < settings.keepFree().toBytes()) {
                throw Problem.of(FilesProblem.DISK_FULL).asException();
            }
            Aside aside = copy(content, temporary, largestBytes);
            if (aside.size() > largestBytes) {
                discard(temporary);
                throw Problem.of(FilesProblem.TOO_LARGE, megabytes(largestBytes))
                        .asException();
            }
            return aside;
        } catch (IOException e) {
            discard(temporary);
            throw failed(e);
        }
    }

    /** Seals what was written aside and takes the clear text away. */
    Aside seal(Aside plain) {
        Path sealed = fresh();
        try (InputStream content = Files.newInputStream(plain.path())) {
            SealedFile.write(sealer, content, sealed);
            return new Aside(sealed, plain.sha256(), plain.size());
        } catch (IOException e) {
            discard(sealed);
            throw failed(e);
        } finally {
            discard(plain.path());
        }
    }

    /** The content kept under the hash. */
    InputStream open(String sha256) throws IOException {
        return SealedFile.read(sealer, pathOf(sha256));
    }

    /** A copy in clear of the content kept under the hash, readable by this program's user only. */
    Path copyInClear(String sha256) throws IOException {
        Path copy = fresh();
        Files.createDirectories(copy.getParent());
        createForUsOnly(copy);
        try (InputStream content = open(sha256);
                OutputStream out = Files.newOutputStream(copy)) {
            content.transferTo(out);
            return copy;
        } catch (IOException e) {
            discard(copy);
            throw e;
        }
    }

    /** Gives the sealed content its place; afterwards it survives a power cut. Equal content is replaced by itself. */
    void keep(Aside aside) {
        Path target = pathOf(aside.sha256());
        Path shelf = target.resolveSibling("");
        try {
            Files.createDirectories(shelf);
            Files.move(aside.path(), target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            flush(shelf);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    void discard(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    Path pathOf(String sha256) {
        return root.resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
    }

    /** Hashes of all files kept that nobody touched since the moment. */
    List<String> hashesOlderThan(Instant moment) {
        return walk(path -> path.getFileName().toString().length() == 64 && isOlder(path, moment)).stream()
                .map(path -> path.getFileName().toString())
                .toList();
    }

    /** What an interrupted upload left aside before the moment is taken away. */
    void discardAsideOlderThan(Instant moment) {
        walk(path -> path.toString().endsWith(".part") && isOlder(path, moment)).forEach(this::discard);
    }

    /** True when the failure is a full disk or a full quota. */
    static boolean isFull(IOException e) {
        String message = String.valueOf(e.getMessage());
        return message.contains("No space left on device") || message.contains("quota exceeded");
    }

    private Path fresh() {
        return root.resolve("incoming").resolve(Ids.next() + ".part");
    }

    private static RuntimeException failed(IOException e) {
        return isFull(e) ? Problem.of(FilesProblem.DISK_FULL).asException() : new java.io.UncheckedIOException(e);
    }

    private static Aside copy(InputStream content, Path target, long largestBytes) throws IOException {
        MessageDigest digest = sha256();
        long size = 0;
        byte[] buffer = new byte[BUFFER_BYTES];
        DigestInputStream in = new DigestInputStream(content, digest);
        createForUsOnly(target);
        try (OutputStream out = Files.newOutputStream(target)) {
            for (int n = in.read(buffer); n >= 0 && size <= largestBytes; n = in.read(buffer)) {
                out.write(buffer, 0, n);
                size += n;
            }
        }
        return new Aside(target, HexFormat.of().formatHex(digest.digest()), size);
    }

    /** What lies aside is in clear for a while: no other user of the machine reads it. */
    private static void createForUsOnly(Path file) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    /** Makes the rename itself last; not every system lets a folder be opened, then it does so by itself. */
    private static void flush(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private List<Path> walk(java.util.function.Predicate<Path> wanted) {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(Files::isRegularFile).filter(wanted).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static boolean isOlder(Path path, Instant moment) {
        try {
            return Files.getLastModifiedTime(path).toInstant().isBefore(moment);
        } catch (IOException e) {
            return false;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static long megabytes(long bytes) {
        return bytes >> 20;
    }
}
