package vn.langso.identity.codes;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.langso.identity.codes.OneTimeCodeStore.Kept;
import vn.langso.identity.secrets.Phone;
import vn.langso.identity.secrets.PhoneKeys;
import vn.langso.identity.secrets.Secrets;
import vn.langso.kernel.Ids;

/** Codes of six digits that are good for five minutes, five tries and one sign-in, in the browser that asked for them. */
@Service
public class OneTimeCodes {

    /** Minutes that a code is good. */
    public static final Duration LIFE = Duration.ofMinutes(5);

    /** Time between two codes for one browser. */
    public static final Duration WAIT = Duration.ofSeconds(60);

    /** Time to say who one is, after the code was right. */
    static final Duration CHOICE = Duration.ofMinutes(10);

    private static final int TRIES = 5;

    private static final Logger LOG = LoggerFactory.getLogger(OneTimeCodes.class);

    private final OneTimeCodeStore store;
    private final PhoneKeys keys;
    private final ObjectProvider<CodeSender> sender;
    private final InstantSource clock;

    OneTimeCodes(OneTimeCodeStore store, PhoneKeys keys, ObjectProvider<CodeSender> sender, InstantSource clock) {
        this.store = store;
        this.keys = keys;
        this.sender = sender;
        this.clock = clock;
    }

    /** What came of a typed code. */
    public sealed interface Proof permits Proved, Wrong, Over {}

    /** The code was right: the browser's user reads messages to this number. */
    public record Proved(Phone phone) implements Proof {}

    /**
     * Another code than the one sent.
     *
     * @param left tries that are left
     */
    public record Wrong(int left) implements Proof {}

    /** The code is too old, was used, or had its tries. */
    public record Over() implements Proof {}

    /** A code that waits to be typed. */
    public record Pending(Phone phone, Instant sentAt) {}

    /** False when no sender is set up, so that codes cannot be offered. */
    public boolean canSend() {
        return sender.getIfAvailable() != null;
    }

    /**
     * Makes a code and sends it, if the number is known. All else is the same for unknown numbers: the row, the answer, the time.
     *
     * @param text the message; {@code {code}} is replaced
     * @return the browser's secret, to be kept in a cookie
     */
    @Transactional
    public String issue(Phone phone, boolean known, String text) {
        String browser = Secrets.value();
        String code = Secrets.digits();
        Instant now = clock.instant();
        store.insert(
                new Kept(Ids.next(), keys.hash(phone), keys.seal(phone), codeHash(browser, code), now, now.plus(LIFE)),
                Secrets.hash(browser));
        CodeSender port = sender.getIfAvailable();
        if (known && port != null) {
            Thread.startVirtualThread(() -> send(port, phone, text.replace("{code}", code)));
        }
        return browser;
    }

    /** The code that this browser waits for; empty when it is over. */
    @Transactional(readOnly = true)
    public Optional<Pending> pending(String browser) {
        return store.pending(Secrets.hash(browser), clock.instant())
                .map(kept -> new Pending(keys.open(kept.phoneSealed()), kept.createdAt()));
    }

    /** Counts the try, then compares. A right code is proved once. */
    @Transactional
    public Proof prove(String browser, String code) {
        Instant now = clock.instant();
        Optional<OneTimeCodeStore.Try> tried = store.take(Secrets.hash(browser), now, TRIES);
        if (tried.isEmpty()) {
            return new Over();
        }
        OneTimeCodeStore.Try one = tried.get();
        if (!MessageDigest.isEqual(one.codeHash(), codeHash(browser, code))) {
            return one.attempts() >= TRIES ? new Over() : new Wrong(TRIES - one.attempts());
        }
        return store.proved(one.id(), now) ? new Proved(keys.open(one.phoneSealed())) : new Over();
    }

    /** The number that this browser has proved a short while ago and not signed in with yet. */
    @Transactional(readOnly = true)
    public Optional<Phone> proved(String browser) {
        return store.provedPhone(Secrets.hash(browser), clock.instant().minus(CHOICE))
                .map(keys::open);
    }

    /** Takes the proof for a sign-in; false when it was taken already. */
    @Transactional
    public boolean use(String browser) {
        Instant now = clock.instant();
        return store.use(Secrets.hash(browser), now, now.minus(CHOICE));
    }

    /** Removes codes that are over; returns how many. */
    @Transactional
    public int purge() {
        return store.purge(clock.instant().minus(Duration.ofDays(1)));
    }

    private static void send(CodeSender port, Phone phone, String text) {
        try {
            port.send(phone, text);
        } catch (RuntimeException e) {
            LOG.warn("A code could not be handed to the sender", e);
        }
    }

    /** The browser's secret is the salt: whoever reads the table cannot try the million codes. */
    private static byte[] codeHash(String browser, String code) {
        return Secrets.hash(browser + ":" + code);
    }
}
