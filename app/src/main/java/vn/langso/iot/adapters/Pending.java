package vn.langso.iot.adapters;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Commands that wait for their echo, by device and the name that the echo will carry. In memory: after a restart an echo acknowledges
 * nothing any more, and the measured power alone tells.
 */
final class Pending {

    private static final int MOST = 20_000;

    private final Map<String, Command> waiting = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Command> eldest) {
            return size() > MOST;
        }
    });

    record Command(String id, long seq) {}

    void put(String device, String name, Command command) {
        waiting.put(device + " " + name, command);
    }

    @Nullable
    Command take(String device, String name) {
        return waiting.remove(device + " " + name);
    }

    static String ack(Command command, boolean done) {
        return "{\"command\":\"" + command.id() + "\",\"commandSeq\":" + command.seq() + ",\"result\":\""
                + (done ? "done" : "refused") + "\",\"detail\":null}";
    }
}
