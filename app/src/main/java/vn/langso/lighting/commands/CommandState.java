package vn.langso.lighting.commands;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** How far a command has come at one cabinet; the order is that of its life. */
public enum CommandState {
    /** Kept; not handed to the broker yet. */
    ACCEPTED,
    /** The broker has it for the cabinet. */
    SENT,
    /** The cabinet says that it did it. */
    DEVICE_ACK,
    /** A report after that shows it. */
    VERIFIED,
    /** It did not happen, and nobody tries on. */
    FAILED,
    /** Its time was over before the cabinet answered. */
    EXPIRED;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static CommandState ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    public boolean isOver() {
        return this == VERIFIED || this == FAILED || this == EXPIRED;
    }

    /** What may come next: never back, and never out of an end. */
    Set<CommandState> next() {
        return switch (this) {
            case ACCEPTED -> EnumSet.of(SENT, DEVICE_ACK, FAILED, EXPIRED);
            case SENT -> EnumSet.of(DEVICE_ACK, FAILED, EXPIRED);
            case DEVICE_ACK -> EnumSet.of(VERIFIED, FAILED);
            case VERIFIED, FAILED, EXPIRED -> EnumSet.noneOf(CommandState.class);
        };
    }

    /** The state of the whole: the least advanced of its parts; one that failed is behind all that are done. */
    public static CommandState overall(Collection<CommandState> parts) {
        return parts.stream()
                .min((one, other) -> Integer.compare(rank(one), rank(other)))
                .orElse(VERIFIED);
    }

    private static int rank(CommandState state) {
        return switch (state) {
            case ACCEPTED -> 0;
            case SENT -> 1;
            case DEVICE_ACK -> 2;
            case FAILED -> 3;
            case EXPIRED -> 4;
            case VERIFIED -> 5;
        };
    }
}
