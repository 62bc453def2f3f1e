package vn.langso.households.journal;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

import vn.langso.kernel.DayHasPassed;

/** Clears what nobody may take back any more. */
@Component
class RegisterUpkeep {

    private final RegisterUndo undo;

    RegisterUpkeep(RegisterUndo undo) {
        this.undo = undo;
    }

    @ApplicationModuleListener(id = "households.on-day-passed")
    void on(DayHasPassed event) {
        undo.clear();
    }
}
