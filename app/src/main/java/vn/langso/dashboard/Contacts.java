package vn.langso.dashboard;

import java.text.Normalizer;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.langso.audit.Audit;
import vn.langso.audit.Change;
import vn.langso.kernel.Problem;
import vn.langso.kernel.ProblemException;
import vn.langso.places.Places;
import vn.langso.shell.Caller;

/** Whom the people of a village or commune may call. What is published here is open to everybody. */
@Service
public class Contacts {

    static final String PUBLISH = "contacts.publish";

    private static final int LONGEST_NAME = 120;

    private final ContactStore store;
    private final Places places;
    private final Audit audit;
    private final InstantSource clock;

    Contacts(ContactStore store, Places places, Audit audit, InstantSource clock) {
        this.store = store;
        this.places = places;
        this.audit = audit;
        this.clock = clock;
    }

    /** The contact of the place; for a village without one, that of its commune. Empty when neither published any. */
    @Transactional(readOnly = true)
    public Optional<Contact> of(UUID place) {
        return store.find(place)
                .or(() ->
                        places.tree().parent(place, places.tree().today()).flatMap(parent -> store.find(parent.id())));
    }

    /** The contact that the place itself published. */
    @Transactional(readOnly = true)
    Optional<Contact> own(UUID place) {
        return store.find(place);
    }

    /**
     * Publishes whom to call, in place of what was published before. Needs {@code contacts.publish} for the place. Refusals, all at once:
     * no name ({@code DSH-001}), no Vietnamese phone number ({@code DSH-002}), changed meanwhile ({@code DSH-003}).
     *
     * @param seenVersion version of the contact that was seen; 0 when there was none
     */
    @Transactional
    public void publish(Caller caller, UUID place, String name, String phone, int seenVersion) {
        caller.require(PUBLISH, place);
        String cleanName = Normalizer.normalize(name, Normalizer.Form.NFC).strip();
        String digits = digits(phone);
        refuse(cleanName, digits);
        Contact before = store.find(place).orElse(null);
        Contact after = new Contact(place, cleanName, digits, seenVersion);
        boolean written = seenVersion == 0
                ? store.insert(place, cleanName, digits, clock.instant())
                : store.update(after, clock.instant());
        keep(caller, written, place, before, after);
    }

    /** Takes the contact off the public pages. */
    @Transactional
    public void withdraw(Caller caller, UUID place, int seenVersion) {
        caller.require(PUBLISH, place);
        Contact before = store.find(place).orElse(null);
        keep(caller, store.delete(place, seenVersion), place, before, null);
    }

    private void keep(Caller caller, boolean written, UUID place, @Nullable Contact before, @Nullable Contact after) {
        if (!written) {
            throw Problem.of(DashboardProblem.CHANGED_MEANWHILE).asException();
        }
        audit.changed(caller, new Change("contacts.publish", place, "contact", place, before, after));
    }

    private static void refuse(String name, String digits) {
        List<Problem> problems = new ArrayList<>();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            problems.add(Problem.at("name", DashboardProblem.NAME_MISSING, LONGEST_NAME));
        }
        if (!digits.matches("0[0-9]{8,10}")) {
            problems.add(Problem.at("phone", DashboardProblem.PHONE_WRONG));
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
    }

    /** "+84 912.345.678" and "0912 345 678" are the same number. */
    private static String digits(String phone) {
        String bare = phone.replaceAll("[\\s.()-]", "");
        return bare.startsWith("+84") ? "0" + bare.substring(3) : bare;
    }
}
