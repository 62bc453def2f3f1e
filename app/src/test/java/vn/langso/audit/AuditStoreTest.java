package vn.langso.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import vn.langso.kernel.Ids;
import vn.langso.kernel.Role;
import vn.langso.platform.TestDatabase;
import vn.langso.shell.Caller;
import vn.langso.shell.CallerSamples;

import static org.assertj.core.api.Assertions.assertThat;

class AuditStoreTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private final AuditStore store = new AuditStore(DATABASE.jdbc());
    private final UUID village = Ids.next();
    private final Caller head = CallerSamples.of(Role.VILLAGE_HEAD, village);

    @Test
    void changeIsReadBackWithActorAndBothStates() {
        UUID household = Ids.next();
        Instant at = Instant.parse("2026-11-23T01:00:00Z");

        store.insertChange(
                Ids.next(),
                at,
                head,
                new Change("households.edit", village, "household", household, null, null),
                "{\"a\": 1}",
                null);

        List<AuditEntry> entries = store.changesOf("household", household, 10);
        assertThat(entries).singleElement().satisfies(entry -> {
            assertThat(entry.at().toInstant()).isEqualTo(at);
            assertThat(entry.actorName()).isEqualTo(head.name());
            assertThat(entry.actorRole()).isEqualTo("village-head");
            assertThat(entry.placeId()).isEqualTo(village);
            assertThat(entry.before()).isEqualTo("{\"a\": 1}");
            assertThat(entry.after()).isNull();
        });
    }

    @Test
    void newestChangeComesFirstAndLimitHolds() {
        UUID household = Ids.next();
        for (int hour = 1; hour <= 3; hour++) {
            Change change = new Change("households.edit-" + hour, village, "household", household, null, null);
            store.insertChange(Ids.next(), Instant.parse("2026-11-23T0" + hour + ":00:00Z"), head, change, null, null);
        }

        assertThat(store.changesOf("household", household, 2))
                .extracting(AuditEntry::action)
                .containsExactly("households.edit-3", "households.edit-2");
    }

    @Test
    void latestChangesOfPlacesComeNewestFirstAndLeaveTheProgramOut() {
        UUID here = Ids.next();
        UUID beside = Ids.next();
        change(head, "first", here, "2026-11-23T01:00:00Z");
        change(head, "elsewhere", Ids.next(), "2026-11-23T02:00:00Z");
        change(head, "second", beside, "2026-11-23T03:00:00Z");
        change(Caller.program("demo"), "program", here, "2026-11-23T04:00:00Z");

        assertThat(store.latestAt(List.of(here, beside), 5))
                .extracting(AuditEntry::action)
                .containsExactly("second", "first");
        assertThat(store.latestAt(List.of(here, beside), 1)).hasSize(1);
    }

    private void change(Caller caller, String action, UUID place, String at) {
        Change change = new Change(action, place, "household", Ids.next(), null, null);
        store.insertChange(Ids.next(), Instant.parse(at), caller, change, null, null);
    }

    @Test
    void lookKeepsEveryPersonSeen() {
        UUID first = Ids.next();
        UUID second = Ids.next();

        store.insertLook(Ids.next(), Instant.EPOCH, head, "households.list", village, List.of(first, second));

        List<UUID> seen = DATABASE.jdbc()
                .sql("select unnest(subject_ids) from audit.look where actor_id = :actor")
                .param("actor", head.accountId())
                .query(UUID.class)
                .list();
        assertThat(seen).containsExactly(first, second);
    }
}
