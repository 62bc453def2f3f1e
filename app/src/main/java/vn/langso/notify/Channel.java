package vn.langso.notify;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** A way to carry notices further than the program's own pages: web push now, others as further beans. */
public interface Channel {

    /** Name of the channel in the queue; never changes. */
    String name();

    /** Where these accounts want to be reached over this channel; none for who has not turned it on. */
    List<Target> targets(Collection<UUID> accountIds);

    /**
     * Hands one message over; called outside of any transaction, on a thread that may wait. Never throws for failures of the world.
     * May be called again for a message that was handed over when the program is killed in between, so that it passes on the tag by
     * which the receiver knows repeats.
     */
    Outcome deliver(Message message);

    /** One address of one account, a device for example. */
    record Target(UUID accountId, UUID id, String language) {}

    /**
     * What is to be carried.
     *
     * @param tag the same for all repeats of a notice
     * @param link path in the program
     */
    record Message(Target target, String tag, Urgency urgency, String title, String body, String link) {}

    /** What became of a try. */
    sealed interface Outcome {

        /** The channel has taken it. */
        record HandedOver(String answer) implements Outcome {}

        /** This target can never be reached any more; the channel has dropped it. */
        record Gone(String answer) implements Outcome {}

        /** This message can never be delivered to this target. */
        record Refused(String answer) implements Outcome {}

        /** To be tried again, not before the given time if one is given. */
        record Later(String answer, @Nullable Duration notBefore) implements Outcome {}
    }
}
