package vn.langso.iot;

/** The three topics on which a device speaks. */
public enum MessageKind {
    EVT,
    STATE,
    ACK
}
