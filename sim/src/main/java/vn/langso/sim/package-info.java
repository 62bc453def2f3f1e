/**
 * Cabinets and lamps as they stand at the roads, in a process of their own: the demo, the tests and the measurements speak with them over
 * MQTT as with bought hardware.
 *
 * <p>Knows nothing of the program but docs/devices.md. A cabinet is a model without threads or sockets ({@link vn.langso.sim.Cabinet});
 * {@link vn.langso.sim.Fleet} gives all of them time and connections, so one process plays 40 lamps or 100,000.
 */
@NullMarked
package vn.langso.sim;

import org.jspecify.annotations.NullMarked;
