package vn.langso.sheets;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import vn.langso.kernel.Problem;

/**
 * The table of texts of a workbook, laid down in a temporary file and read through a mapping: a million different names and numbers take
 * four bytes of heap each, where strings would take sixty.
 */
final class SharedStrings implements AutoCloseable {

    private static final int CHUNK = 1 << 16;

    /** Common names, villages and words come thousands of times; this many are kept as strings. */
    private static final int CACHED = 1 << 14;

    /** Excel itself allows 32,767 signs in each of a million rows; no list of ours comes near. */
    private static final long MOST_BYTES = 1L << 30;

    private final FileChannel channel;
    private final List<int[]> ends = new ArrayList<>();
    private final @Nullable String[] cache = new String[CACHED];
    private final int[] cached = new int[CACHED];

    private @Nullable OutputStream out;
    private long written;
    private int count;

    private final Arena arena = Arena.ofShared();
    private MemorySegment bytes = MemorySegment.NULL;

    SharedStrings() throws IOException {
        Path file = Files.createTempFile("langso-strings", ".bin");
        channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        // Without a name it goes with this process, however that ends: names and numbers of people stand in it.
        Files.delete(file);
        out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
    }

    void add(String text) throws IOException {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        if (written + encoded.length > MOST_BYTES || out == null) {
            throw Problem.at("file", SheetProblem.BOMB).asException();
        }
        out.write(encoded);
        written += encoded.length;
        if (count % CHUNK == 0) {
            ends.add(new int[CHUNK]);
        }
        ends.get(count / CHUNK)[count % CHUNK] = (int) written;
        count++;
    }

    /** Ends the adding; afterwards texts can be read. */
    void seal() throws IOException {
        if (out != null) {
            out.flush();
            out = null;
        }
        if (written > 0) {
            bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, written, arena);
        }
    }

    /** The text of this number; null when the table has no such number. */
    @Nullable
    String get(int index) {
        if (index < 0 || index >= count) {
            return null;
        }
        int slot = index % CACHED;
        String known = cache[slot];
        if (known != null && cached[slot] == index) {
            return known;
        }
        int start = index == 0 ? 0 : end(index - 1);
        byte[] encoded = bytes.asSlice(start, end(index) - (long) start).toArray(ValueLayout.JAVA_BYTE);
        String text = new String(encoded, StandardCharsets.UTF_8);
        cache[slot] = text;
        cached[slot] = index;
        return text;
    }

    private int end(int index) {
        return ends.get(index / CHUNK)[index % CHUNK];
    }

    @Override
    public void close() throws IOException {
        arena.close();
        channel.close();
    }
}
