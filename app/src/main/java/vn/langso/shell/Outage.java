package vn.langso.shell;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Tells failures of the world (database away, disk full), which pass by themselves or by the operator, from bugs. */
final class Outage {

    /** PostgreSQL: disk full. */
    private static final String DISK_FULL = "53100";

    /** PostgreSQL's classes of broken connections, lacking resources, shutdown and trouble of the system. */
    private static final Set<String> AWAY = Set.of("08", "53", "57", "58");

    private Outage() {}

    /** The refusal for a failure of the world; null for a bug. */
    static @Nullable ShellProblem of(@Nullable Throwable failure) {
        ShellProblem found = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            ShellProblem known = ofOne(cause);
            if (known == ShellProblem.DISK_FULL) {
                return known;
            }
            found = known == null ? found : known;
        }
        return found;
    }

    private static @Nullable ShellProblem ofOne(Throwable failure) {
        return switch (failure) {
            case SQLException sql when DISK_FULL.equals(sql.getSQLState()) -> ShellProblem.DISK_FULL;
            case IOException io
            when String.valueOf(io.getMessage()).contains("No space left") -> ShellProblem.DISK_FULL;
            case SQLException sql when isAway(sql.getSQLState()) -> ShellProblem.DATABASE_AWAY;
            case DataAccessResourceFailureException _, CannotCreateTransactionException _ -> ShellProblem.DATABASE_AWAY;
            // What broke the transaction is kept apart from what then broke its rollback.
            case TransactionSystemException end -> of(end.getApplicationException());
            default -> null;
        };
    }

    private static boolean isAway(@Nullable String state) {
        return state != null && state.length() == 5 && AWAY.contains(state.substring(0, 2));
    }
}
