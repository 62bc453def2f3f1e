package vn.langso.notify.push;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.langso.audit.Audit;
import vn.langso.audit.Change;
import vn.langso.kernel.Ids;
import vn.langso.kernel.Problem;
import vn.langso.shell.Caller;

/** The caller's own browsers. Refusals carry {@code NTF-01x}. */
@Service
class Subscriptions {

    private static final int MOST = 10;
    private static final int LONGEST_DEVICE = 80;

    private final SubscriptionStore store;
    private final PushGate gate;
    private final Audit audit;
    private final InstantSource clock;

    Subscriptions(SubscriptionStore store, PushGate gate, Audit audit, InstantSource clock) {
        this.store = store;
        this.gate = gate;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a browser hands in, as it writes it: base64url. */
    record Offer(String endpoint, String key, String auth, String language, String device) {}

    /** Turns web push on for a browser. Refused: NTF-010 keys, NTF-011 a push service that is not allowed, NTF-012 too many. */
    @Transactional
    void turnOn(Caller caller, Offer offer) {
        if (gate.allowed(offer.endpoint()).isEmpty()) {
            throw Problem.of(PushProblem.SERVICE_UNKNOWN).asException();
        }
        byte[] key = bytes(offer.key());
        byte[] auth = bytes(offer.auth());
        if (!isKey(key) || auth.length != PushSeal.AUTH_BYTES) {
            throw Problem.of(PushProblem.KEYS).asException();
        }
        List<Subscription> present = store.of(List.of(caller.accountId()));
        boolean known = present.stream().anyMatch(one -> one.endpoint().equals(offer.endpoint()));
        if (!known && present.size() >= MOST) {
            throw Problem.of(PushProblem.TOO_MANY, MOST).asException();
        }
        UUID id = Ids.next();
        String device = offer.device().strip();
        store.keep(new Subscription(
                id,
                caller.accountId(),
                offer.endpoint(),
                offer.key().strip(),
                offer.auth().strip(),
                offer.language(),
                device.substring(0, Math.min(device.length(), LONGEST_DEVICE)),
                clock.instant().atOffset(ZoneOffset.UTC),
                null));
        if (!known) {
            audited(caller, "notify.push-on", id, device);
        }
    }

    /** Turns web push off for one of the caller's browsers; NTF-013 when it is none of them. */
    @Transactional
    void turnOff(Caller caller, UUID id) {
        if (!store.remove(caller.accountId(), id)) {
            throw Problem.of(PushProblem.DEVICE_UNKNOWN).asException();
        }
        audited(caller, "notify.push-off", id, "");
    }

    /** Turns it off for the browser of this endpoint, if it is one of the caller's. */
    @Transactional
    void turnOff(Caller caller, String endpoint) {
        of(caller).stream().filter(one -> one.endpoint().equals(endpoint)).forEach(one -> turnOff(caller, one.id()));
    }

    /** The caller's browsers, the newest first. */
    @Transactional(readOnly = true)
    List<Subscription> of(Caller caller) {
        return store.of(List.of(caller.accountId()));
    }

    private void audited(Caller caller, String action, UUID id, String device) {
        audit.changed(
                caller,
                new Change(
                        action,
                        caller.placeId(),
                        "push-device",
                        id,
                        null,
                        device.isEmpty() ? null : Map.of("device", device)));
    }

    private static boolean isKey(byte[] bytes) {
        try {
            P256.publicKey(bytes);
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static byte[] bytes(String base64) {
        try {
            return Base64.getUrlDecoder().decode(base64.strip());
        } catch (IllegalArgumentException _) {
            return new byte[0];
        }
    }
}
