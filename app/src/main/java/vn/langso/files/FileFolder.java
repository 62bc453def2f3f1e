package vn.langso.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
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

/**
 * The folder itself. A file appears under its hash only when it is complete and on the disk: it is written aside, flushed, renamed.
 *
 * <p>Several copies of the program share one installation only if they share this folder.
 */
@Component
class FileFolder {

    private static final int BUFFER_BYTES = 64 << 10;

    private final Path root;
    private final FileSettings settings;

    FileFolder(@Value("${langso.data}") Path data, FileSettings settings) {
        this.root = data.toAbsolutePath().normalize().resolve("files");
        this.settings = settings;
    }

    /** A content that lies aside, not yet kept. */
    record Aside(Path path, String sha256, long size) {}

    /** Writes the content aside and flushes it; refuses {@code FIL-003} above the limit and {@code FIL-007} when the disk is full. */
    Aside writeAside(InputStream content, long largestBytes) {
        Path incoming = root.resolve("incoming");
        Path temporary = incoming.resolve(Ids.next() + ".part");
        try {
            Files.createDirectories(incoming);
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

    /** Gives the content its place; afterwards it survives a power cut. Equal content is replaced by itself. */
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

    private static RuntimeException failed(IOException e) {
        return isFull(e) ? Problem.of(FilesProblem.DISK_FULL).asException() : new java.io.UncheckedIOException(e);
    }

    private static Aside copy(InputStream content, Path target, long largestBytes) throws IOException {
        MessageDigest digest = sha256();
        long size = 0;
        byte[] buffer = new byte[BUFFER_BYTES];
        DigestInputStream in = new DigestInputStream(content, digest);
        try (FileChannel channel = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = java.nio.channels.Channels.newOutputStream(channel)) {
            for (int n = in.read(buffer); n >= 0 && size <= largestBytes; n = in.read(buffer)) {
                out.write(buffer, 0, n);
                size += n;
            }
            channel.force(true);
        }
        return new Aside(target, HexFormat.of().formatHex(digest.digest()), size);
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
