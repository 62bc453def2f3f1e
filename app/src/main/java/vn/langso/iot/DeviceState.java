package vn.langso.iot;

/** Whether a device may talk. */
public enum DeviceState {
    ACTIVE,
    /** Its connection is cut until somebody releases it. */
    QUARANTINED,
    /** Gone for good; its id is never used again. */
    RETIRED
}
