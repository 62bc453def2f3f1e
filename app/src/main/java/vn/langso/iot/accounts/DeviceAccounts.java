package vn.langso.iot.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The accounts of all devices in memory, and their keys. Thread safe.
 *
 * <p>A key has 256 random bits, so a plain SHA-256 of it is kept; a device proves itself with it thousands of times a day.
 */
@Component
public class DeviceAccounts {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Changes of other copies become visible at their commit, a little after the time that stands in their rows. */
    private static final Duration LOOK_BACK = Duration.ofSeconds(10);

    private final KeyStore store;
    private final InstantSource clock;
    private final Map<String, KeyStore.Row> known = new ConcurrentHashMap<>();
    private final List<AccountWatcher> watchers = new CopyOnWriteArrayList<>();
    private volatile Instant seen = Instant.EPOCH;

    DeviceAccounts(KeyStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The account; empty for ids that nobody registered, as far as this copy knows yet. */
    public Optional<Account> find(String id) {
        KeyStore.Row row = known.get(id);
        return row == null ? Optional.empty() : Optional.of(row.account());
    }

    /** All of them, also those that may not connect. */
    public Collection<Account> all() {
        return known.values().stream().map(KeyStore.Row::account).toList();
    }

    /** From now on tells it of every account that changes, first of all that are known. */
    public synchronized void watch(AccountWatcher watcher) {
        watchers.add(watcher);
        known.values().forEach(row -> watcher.changed(row.account()));
    }

    /** Ends {@link #watch}. */
    public void leave(AccountWatcher watcher) {
        watchers.remove(watcher);
    }

    /** True when the device may connect with this key now. */
    public boolean mayConnect(String id, String key) {
        KeyStore.Row row = known.get(id);
        if (row == null || !row.account().active()) {
            return false;
        }
        byte[] hash = hash(key);
        return row.account().keys().stream()
                .anyMatch(each -> MessageDigest.isEqual(each.hash(), hash)
                        && (each.goodUntil() == null || clock.instant().isBefore(each.goodUntil())));
    }

    /**
     * Makes a new key in the caller's transaction and returns it, for the only time; the one before stays good for {@code overlap}.
     */
    public String newKey(String id, Duration overlap) {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        String key = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant();
        store.endKeys(id, now, now.plus(overlap));
        store.insertKey(id, hash(key), now);
        changedInTransaction(id);
        return key;
    }

    /** Reads the account anew once the caller's transaction has committed, and only then returns to who committed. */
    public void changedInTransaction(String id) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                load(id);
            }
        });
    }

    /** Reads what has changed since the last time, of all copies of the program. */
    public synchronized void refresh() {
        for (KeyStore.Row row : store.changedSince(seen.equals(Instant.EPOCH) ? seen : seen.minus(LOOK_BACK))) {
            take(row);
            if (row.changedAt().isAfter(seen)) {
                seen = row.changedAt();
            }
        }
    }

    /** SHA-256 of a key or a code, as it is kept. */
    public static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing from this Java", e);
        }
    }

    private synchronized void load(String id) {
        KeyStore.Row row = store.one(id);
        if (row != null) {
            take(row);
        }
    }

    private void take(KeyStore.Row row) {
        KeyStore.Row before = known.put(row.account().id(), row);
        if (before == null || !before.changedAt().equals(row.changedAt())) {
            watchers.forEach(watcher -> watcher.changed(row.account()));
        }
    }
}
