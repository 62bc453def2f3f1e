package vn.langso.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import vn.langso.kernel.Ids;
import vn.langso.kernel.MasterKey;
import vn.langso.kernel.Problem;
import vn.langso.kernel.ProblemException;
import vn.langso.kernel.Sealer;

/**
 * The folder itself. A file appears under its hash only when it is complete and on the disk: it is sealed aside, flushed, looked at,
 * renamed. Nothing lies here in clear.
 *
 * <p>Several copies of the program share one installation only if they share this folder.
 */
@Component
class FileFolder {

    private final Path root;
    private final FileSettings settings;
    private final Sealer sealer;

    FileFolder(@Value("${langso.data}") Path data, FileSettings settings, MasterKey master) {
        this.root = data.toAbsolutePath().normalize().resolve("files");
        this.settings = settings;
        this.sealer = master.sealer("files");
    }

    /** A sealed content that lies aside, not yet kept. */
    record Aside(Path path, String sha256, long size) {}

    /**
     * Writes the content aside, sealed and flushed to the disk; refuses {@code FIL-003} above the limit and {@code FIL-007} when the disk is
     * full.
     */
    Aside writeAside(InputStream content, long largestBytes) {
        Path temporary = root.resolve("incoming").resolve(Ids.next() + ".part");
        try {
            Files.createDirectories(temporary.getParent());
            if (Files.getFileStore(root).getUsableSpace() < settings.keepFree().toBytes()) {
                throw Problem.of(FilesProblem.DISK_FULL).asException();
            }
            Counted counted = new Counted(content, sha256(), largestBytes);
            SealedFile.write(sealer, counted, temporary);
            if (counted.size() > largestBytes) {
                throw Problem.of(FilesProblem.TOO_LARGE, megabytes(largestBytes))
                        .asException();
            }
            return new Aside(temporary, counted.sha256(), counted.size());
        } catch (IOException e) {
            discard(temporary);
            throw failed(e);
        } catch (ProblemException e) {
            discard(temporary);
            throw e;
        }
    }

    /** What was written aside. */
    SeekableByteChannel open(Aside aside) throws IOException {
        return SealedFile.open(sealer, aside.path());
    }

    /** The content kept under the hash. */
    SeekableByteChannel open(String sha256) throws IOException {
        return SealedFile.open(sealer, pathOf(sha256));
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

    private static RuntimeException failed(IOException e) {
        return isFull(e) ? Problem.of(FilesProblem.DISK_FULL).asException() : new java.io.UncheckedIOException(e);
    }

    /** Hashes and counts what is read through it, and ends one byte above the limit. */
    private static final class Counted extends FilterInputStream {

        private final MessageDigest digest;
        private final long largestBytes;
        private long size;

        Counted(InputStream in, MessageDigest digest, long largestBytes) {
            super(in);
            this.digest = digest;
            this.largestBytes = largestBytes;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int taken = super.read(into, offset, (int) Math.min(length, largestBytes + 1 - size));
            if (size > largestBytes || taken < 0) {
                return -1;
            }
            digest.update(into, offset, taken);
            size += taken;
            return taken;
        }

        long size() {
            return size;
        }

        String sha256() {
            return HexFormat.of().formatHex(digest.digest());
        }
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
