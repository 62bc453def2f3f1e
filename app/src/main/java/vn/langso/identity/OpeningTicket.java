package vn.langso.identity;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A slip of paper that opens an account, or opens it again. The code is known only now; its hash is kept.
 *
 * @param name whose account it is
 * @param code twelve clear letters
 */
public record OpeningTicket(UUID accountId, String name, String code, OffsetDateTime expiresAt) {

    /** The code in groups, as it is read aloud and typed. */
    public String spaced() {
        return code.substring(0, 4) + " " + code.substring(4, 8) + " " + code.substring(8);
    }

    @Override
    public String toString() {
        return "OpeningTicket of account " + accountId;
    }
}
