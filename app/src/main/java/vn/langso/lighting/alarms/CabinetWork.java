package vn.langso.lighting.alarms;

import java.util.UUID;

/** Tells whether somebody works at a cabinet just now, so that an open door there is no alarm. */
public interface CabinetWork {

    boolean isUnderway(UUID cabinetId);
}
