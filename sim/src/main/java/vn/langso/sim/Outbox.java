package vn.langso.sim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a cabinet has said and the broker has not acknowledged yet, in order. With a file it survives the simulator's end; a message may
 * then go out twice, and never not at all. Not safe for several threads: the cabinet guards it.
 */
final class Outbox {

    /** Above this the oldest are dropped: hardware has little memory too. */
    private static final int MOST = 50_000;

    /** Emptying the file on every acknowledgement would cost more than to send a few messages twice after a kill. */
    private static final long KEPT_BYTES = 16_384;

    private final @Nullable Path file;
    private final Deque<Entry> entries = new ArrayDeque<>();
    private long written;

    /** @param file keeps the messages; null keeps them in memory alone */
    Outbox(@Nullable Path file) {
        this.file = file;
        if (file != null && Files.exists(file)) {
            try {
                String text = Files.readString(file);
                // What follows the last end of a line was torn by a kill, so it was never sent.
                text.substring(0, text.lastIndexOf('\n') + 1)
                        .lines()
                        .map(Message::ofLine)
                        .map(Entry::new)
                        .forEach(entries::add);
                written = text.getBytes(StandardCharsets.UTF_8).length;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Texts of all that waits, for whoever must know the last number used. */
    List<Message> waiting() {
        return entries.stream().map(entry -> entry.message).toList();
    }

    int size() {
        return entries.size();
    }

    void add(Message message) {
        if (entries.size() >= MOST) {
            entries.removeFirst();
        }
        entries.addLast(new Entry(message));
        if (file != null) {
            append(file, message);
        }
    }

    /** The next that are not on their way, at most so many; they count as on their way from now on. */
    List<Entry> take(int most) {
        List<Entry> taken = new ArrayList<>();
        for (Entry entry : entries) {
            if (taken.size() == most) {
                break;
            }
            if (!entry.onItsWay) {
                entry.onItsWay = true;
                taken.add(entry);
            }
        }
        return taken;
    }

    void acknowledged(Entry entry) {
        entry.acknowledged = true;
        Iterator<Entry> oldest = entries.iterator();
        while (oldest.hasNext() && oldest.next().acknowledged) {
            oldest.remove();
        }
        if (file != null && entries.isEmpty() && written > KEPT_BYTES) {
            clear(file);
        }
    }

    /** The connection is gone, so nothing is on its way. */
    void connectionLost() {
        entries.forEach(entry -> entry.onItsWay = entry.acknowledged);
    }

    private void append(Path to, Message message) {
        byte[] line = (message.line() + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            Files.write(to, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            written += line.length;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void clear(Path what) {
        try {
            Files.write(what, new byte[0]);
            written = 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One waiting message. */
    static final class Entry {

        private final Message message;
        private boolean onItsWay;
        private boolean acknowledged;

        private Entry(Message message) {
            this.message = message;
        }

        Message message() {
            return message;
        }
    }
}
