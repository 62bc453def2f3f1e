package vn.langso.dashboard;

import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import vn.langso.kernel.Ids;
import vn.langso.platform.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

class ContactStoreTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");

    private final ContactStore store = new ContactStore(DATABASE.jdbc());
    private final UUID place = Ids.next();

    @Test
    void contactIsReadBackAndAPlaceHasOnlyOne() {
        assertThat(store.insert(place, "Bác An, trưởng thôn", "0900000102", NOW))
                .isTrue();
        assertThat(store.insert(place, "Ông Bình", "0900000103", NOW)).isFalse();

        assertThat(store.find(place)).contains(new Contact(place, "Bác An, trưởng thôn", "0900000102", 1));
        assertThat(store.find(Ids.next())).isEmpty();
    }

    @Test
    void changeNeedsTheVersionThatStands() {
        store.insert(place, "Bác An", "0900000102", NOW);

        assertThat(store.update(new Contact(place, "Bác An", "0900000109", 1), NOW))
                .isTrue();
        assertThat(store.update(new Contact(place, "Bác An", "0900000108", 1), NOW))
                .isFalse();
        assertThat(store.find(place)).contains(new Contact(place, "Bác An", "0900000109", 2));
    }

    @Test
    void withdrawalNeedsTheVersionThatStands() {
        store.insert(place, "Bác An", "0900000102", NOW);

        assertThat(store.delete(place, 7)).isFalse();
        assertThat(store.delete(place, 1)).isTrue();
        assertThat(store.find(place)).isEmpty();
    }

    @Test
    void numberIsSaidInGroups() {
        assertThat(new Contact(place, "Bác An", "0900000102", 1).spaced()).isEqualTo("0900 000 102");
    }
}
