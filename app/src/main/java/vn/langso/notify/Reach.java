package vn.langso.notify;

/**
 * How far a notice has come.
 *
 * @param told people on whose lists it stands
 * @param seen of them, who have opened it
 * @param handedOver people to whom a channel has carried it
 * @param notReached people whom every channel they chose failed to reach; it stands on their lists all the same
 */
public record Reach(int told, int seen, int handedOver, int notReached) {}
