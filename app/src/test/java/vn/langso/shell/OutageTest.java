package vn.langso.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;

import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.TransactionSystemException;

import static org.assertj.core.api.Assertions.assertThat;

class OutageTest {

    @Test
    void brokenConnectionIsAnOutage() {
        Exception failure = new DataAccessResourceFailureException("", new SQLException("", "57P01"));

        assertThat(Outage.of(failure)).isEqualTo(ShellProblem.DATABASE_AWAY);
    }

    @Test
    void rollbackThatFailsForABrokenConnectionIsAnOutage() {
        TransactionSystemException failure = new TransactionSystemException("", new SQLException("closed"));
        failure.initApplicationException(new DataAccessResourceFailureException(""));

        assertThat(Outage.of(failure)).isEqualTo(ShellProblem.DATABASE_AWAY);
    }

    @Test
    void fullDiskIsToldFromABusyDatabase() {
        Exception inDatabase = new DataAccessResourceFailureException("", new SQLException("", "53100"));
        Exception inFiles = new UncheckedIOException(new IOException("/data/x: No space left on device"));

        assertThat(Outage.of(inDatabase)).isEqualTo(ShellProblem.DISK_FULL);
        assertThat(Outage.of(inFiles)).isEqualTo(ShellProblem.DISK_FULL);
    }

    @Test
    void brokenStatementIsABug() {
        assertThat(Outage.of(new IllegalStateException(new SQLException("", "42601"))))
                .isNull();
    }
}
