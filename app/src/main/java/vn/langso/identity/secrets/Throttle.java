package vn.langso.identity.secrets;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts tries in sliding windows, for all copies of the program together.
 *
 * <p>Two counters per key make the window: the current one, and the last one weighed by how much of it still lies in the window. So a
 * key costs two rows however often it is tried, and a refused try costs none.
 */
@Component
public class Throttle {

    /** What is limited, how often, and in which time. The figures are shown on the settings page. */
    public enum Limit {
        CODE_PER_PHONE(5, Duration.ofMinutes(15)),
        /** Twelve codes of five tries are 60 guesses a day at a million codes. */
        CODE_PER_PHONE_AND_DAY(12, Duration.ofDays(1)),
        /** Many phones share one address of a mobile network. */
        CODE_PER_ADDRESS(60, Duration.ofHours(1)),
        GUESS_PER_ADDRESS(60, Duration.ofMinutes(15)),
        PASSWORD_PER_PHONE(6, Duration.ofMinutes(15)),
        PASSWORD_PER_ADDRESS(40, Duration.ofMinutes(15)),
        TICKET_PER_ADDRESS(20, Duration.ofMinutes(15)),
        /** A desk opens the accounts of a village meeting in one evening. */
        TICKET_PER_MAKER(300, Duration.ofHours(12));

        private final int tries;
        private final Duration window;

        Limit(int tries, Duration window) {
            this.tries = tries;
            this.window = window;
        }

        public int tries() {
            return tries;
        }

        public Duration window() {
            return window;
        }
    }

    private static final Duration LONGEST = Duration.ofDays(2);

    private final ThrottleStore store;
    private final InstantSource clock;

    Throttle(ThrottleStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Counts one try; false when there were too many. Stays counted when the caller's transaction is rolled back. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean allows(Limit limit, String subject) {
        long length = limit.window().toMillis();
        long now = clock.millis();
        long start = now - Math.floorMod(now, length);
        double carried = 1 - (double) (now - start) / length;
        return store.take(
                Secrets.hash(limit.name() + ":" + subject),
                Instant.ofEpochMilli(start),
                Instant.ofEpochMilli(start - length),
                carried,
                limit.tries());
    }

    /** Forgets the tries on this subject, after a success. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void forget(Limit limit, String subject) {
        store.forget(Secrets.hash(limit.name() + ":" + subject));
    }

    /** Removes counters that no window reaches any more; returns how many. */
    @Transactional
    public int purge() {
        return store.purge(clock.instant().minus(LONGEST));
    }

    /** The subject of an address: one host of IPv4, one network of 64 bits of IPv6, because a line gets all of it. */
    public static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return bytes.length == 16 ? HexFormat.of().formatHex(Arrays.copyOf(bytes, 8)) : address;
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
