package vn.langso.audit;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

import vn.langso.kernel.Ids;
import vn.langso.shell.Caller;
import vn.langso.shell.Live;

/** Keeps the trail of changes and looks. */
@Service
public class Audit {

    static final String READ = "audit.read";

    private final AuditStore store;
    private final InstantSource clock;
    private final Live live;
    private final JsonMapper json;

    Audit(AuditStore store, InstantSource clock, Live live, JsonMapper json) {
        this.store = store;
        this.clock = clock;
        this.live = live;
        this.json = json;
    }

    /**
     * Keeps a change in the caller's transaction: what is rolled back leaves no row. Open pages that show the place (topic
     * {@code changes.<id>}) are told when a person did it.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void changed(Caller caller, Change change) {
        store.insertChange(
                Ids.next(), clock.instant(), caller, change, jsonOf(change.before()), jsonOf(change.after()));
        if (change.placeId() != null && !caller.isProgram()) {
            live.changed("changes." + change.placeId());
        }
    }

    /**
     * Keeps that the caller was shown personal data of these subjects, before the answer leaves.
     *
     * @param what the page or export, "households.list"
     * @param subjectIds ids of the persons shown; an empty collection keeps nothing
     */
    @Transactional
    public void looked(Caller caller, String what, @Nullable UUID placeId, Collection<UUID> subjectIds) {
        if (!subjectIds.isEmpty()) {
            store.insertLook(Ids.next(), clock.instant(), caller, what, placeId, subjectIds);
        }
    }

    /** Changes of one thing, newest first, at most {@code limit}. */
    @Transactional(readOnly = true)
    public List<AuditEntry> changesOf(String subjectType, UUID subjectId, int limit) {
        return store.changesOf(subjectType, subjectId, limit);
    }

    /** What people (not the program itself) changed at these places, newest first, without the states before and after. */
    @Transactional(readOnly = true)
    public List<AuditEntry> latestAt(Collection<UUID> places, int limit) {
        return store.latestAt(places, limit);
    }

    /**
     * Changes in all places that the caller covers, newest first; {@code before} is the id of the last one of the page before. The states
     * name people, so that reading them is itself kept as a look.
     */
    @Transactional
    List<AuditEntry> changesIn(Caller caller, @Nullable UUID before, int limit) {
        caller.require(READ);
        List<AuditEntry> entries = store.changesIn(caller.scope(), before, limit);
        looked(
                caller,
                "audit.changes",
                caller.placeId(),
                entries.stream().map(AuditEntry::subjectId).distinct().toList());
        return entries;
    }

    private @Nullable String jsonOf(@Nullable Object state) {
        return state == null ? null : json.writeValueAsString(state);
    }
}
