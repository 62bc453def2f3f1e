package vn.langso.lighting.readings;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.langso.kernel.Texts;

/** What cabinets have reported. Whoever asks has checked that the caller may know. */
@Service
public class Readings {

    /** Two years are compared with each other, month by month. */
    private static final int MONTHS_KEPT = 25;

    private final ReadingStore store;
    private final InstantSource clock;

    Readings(ReadingStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The newest state of each cabinet that has ever reported. */
    @Transactional(readOnly = true)
    public Map<UUID, CabinetState> newest(Collection<UUID> cabinets) {
        return store.states(cabinets);
    }

    /** Makes the months to come and lets go of those that are over; nothing happens when that is done already. */
    @Transactional
    void turnMonths() {
        YearMonth now = YearMonth.from(LocalDate.ofInstant(clock.instant(), Texts.ZONE));
        for (int ahead = 0; ahead <= 2; ahead++) {
            store.makeMonth(now.plusMonths(ahead));
        }
        store.dropMonth(now.minusMonths(MONTHS_KEPT));
    }
}
