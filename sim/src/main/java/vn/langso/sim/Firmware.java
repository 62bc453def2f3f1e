package vn.langso.sim;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The program inside a cabinet: how it speaks and what it does by itself. Called under the cabinet's lock. */
interface Firmware {

    List<String> listensTo();

    void receive(String topic, byte[] payload);

    /** Power is back or the simulator has started. */
    void started();

    /** About once a second. */
    void tick();

    /** Says how things stand. */
    void report();

    /**
     * Something was done to the hardware.
     *
     * @param kind a kind of docs/devices.md such as {@code door-open}
     */
    void happened(String kind, @Nullable Circuit circuit);

    /** What must survive a loss of power. */
    void keep(ObjectNode memory);

    /** What {@link #keep} wrote. */
    void restore(JsonNode memory);

    /** One sentence for whoever looks at the simulator. */
    String summary();
}
