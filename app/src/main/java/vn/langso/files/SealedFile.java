package vn.langso.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import vn.langso.kernel.Sealer;

/**
 * A content on the disk as nobody without the key can read it: a head with a random id, then chunks sealed one by one.
 *
 * <p>Each chunk is sealed for its file, its place and whether it is the last, so none can be changed, moved, taken from another file or cut
 * off unseen. Memory is one chunk; reading may begin anywhere.
 */
final class SealedFile {

    /** As in PNG: a sign that no text begins with, and that a transfer as text would break. */
    private static final byte[] SIGN = HexFormat.of().parseHex("894c53460d0a1a01");

    private static final int HEAD_BYTES = SIGN.length + 16;
    private static final int CHUNK_BYTES = 64 << 10;

    /** Nonce and tag of {@link Sealer}. */
    private static final int EXTRA_BYTES = 28;

    private SealedFile() {}

    /** Writes the whole content sealed and flushes it to the disk. */
    static void write(Sealer sealer, InputStream plain, Path target) throws IOException {
        UUID id = UUID.randomUUID();
        try (FileChannel channel = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel)) {
            out.write(head(id));
            byte[] chunk = plain.readNBytes(CHUNK_BYTES);
            boolean last = false;
            for (long index = 0; !last; index++) {
                byte[] next = plain.readNBytes(CHUNK_BYTES);
                last = next.length == 0;
                out.write(sealer.seal(purpose(id, index, last), chunk, chunk.length));
                chunk = next;
            }
            channel.force(true);
        }
    }

    /** The content, in clear only in memory. Seeking costs nothing. */
    static SeekableByteChannel open(Sealer sealer, Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            byte[] head = bytes(channel, 0, HEAD_BYTES);
            if (head.length < HEAD_BYTES || !Arrays.equals(SIGN, 0, SIGN.length, head, 0, SIGN.length)) {
                throw new IOException(
                        "The kept file " + path.getFileName() + " is damaged: it does not begin as a sealed one");
            }
            ByteBuffer id = ByteBuffer.wrap(head, SIGN.length, 16);
            return new Opened(sealer, channel, new UUID(id.getLong(), id.getLong()));
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static byte[] head(UUID id) {
        return ByteBuffer.allocate(HEAD_BYTES)
                .put(SIGN)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static String purpose(UUID id, long index, boolean last) {
        return "file:" + id + ":" + index + (last ? ":last" : "");
    }

    private static byte[] bytes(FileChannel channel, long from, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) >= 0) {
            // reads on until the chunk is whole
        }
        return buffer.hasRemaining() ? Arrays.copyOf(buffer.array(), buffer.position()) : buffer.array();
    }

    /** Opens chunk after chunk; a damaged one is an IOException, never half a content taken for a whole. */
    private static final class Opened implements SeekableByteChannel {

        private final Sealer sealer;
        private final FileChannel channel;
        private final UUID id;
        private final long sealedBytes;
        private final long chunks;
        private final long size;
        private byte[] chunk = {};
        private long index = -1;
        private long position;

        Opened(Sealer sealer, FileChannel channel, UUID id) throws IOException {
            this.sealer = sealer;
            this.channel = channel;
            this.id = id;
            this.sealedBytes = channel.size() - HEAD_BYTES;
            this.chunks = Math.ceilDiv(sealedBytes, CHUNK_BYTES + EXTRA_BYTES);
            this.size = sealedBytes - chunks * EXTRA_BYTES;
            // Only the last chunk proves that nothing is missing, so there must be one, and it must be read: it may be
            // empty only alone.
            long lastBytes = sealedBytes - (chunks - 1) * (CHUNK_BYTES + EXTRA_BYTES);
            if (chunks == 0 || lastBytes < EXTRA_BYTES || (lastBytes == EXTRA_BYTES && chunks > 1)) {
                throw damaged(null);
            }
            if (size == 0) {
                load(0);
            }
        }

        @Override
        public int read(ByteBuffer into) throws IOException {
            if (!into.hasRemaining()) {
                return 0;
            }
            if (position >= size) {
                return -1;
            }
            load(position / CHUNK_BYTES);
            int at = (int) (position % CHUNK_BYTES);
            int taken = Math.min(into.remaining(), chunk.length - at);
            into.put(chunk, at, taken);
            position += taken;
            return taken;
        }

        @Override
        public long position() {
            return position;
        }

        @Override
        public SeekableByteChannel position(long wanted) {
            if (wanted < 0) {
                throw new IllegalArgumentException("There is no position " + wanted);
            }
            position = wanted;
            return this;
        }

        @Override
        public long size() {
            return size;
        }

        @Override
        public int write(ByteBuffer from) {
            throw new NonWritableChannelException();
        }

        @Override
        public SeekableByteChannel truncate(long length) {
            throw new NonWritableChannelException();
        }

        @Override
        public boolean isOpen() {
            return channel.isOpen();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }

        private void load(long wanted) throws IOException {
            if (wanted == index) {
                return;
            }
            long from = wanted * (CHUNK_BYTES + EXTRA_BYTES);
            int length = (int) Math.min(CHUNK_BYTES + EXTRA_BYTES, sealedBytes - from);
            try {
                chunk = sealer.openBytes(
                        purpose(id, wanted, wanted == chunks - 1), bytes(channel, HEAD_BYTES + from, length));
            } catch (IllegalStateException e) {
                throw damaged(e);
            }
            index = wanted;
        }

        private IOException damaged(@Nullable Exception cause) {
            return new IOException("The kept file " + id + " is damaged or sealed with another key", cause);
        }
    }
}
