package vn.langso.households;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;

/** Streams rows into a table by COPY on the connection of the running transaction, at constant memory. Close it to finish. */
public final class CopyRows implements AutoCloseable {

    private static final int FLUSH_AT = 64 * 1024;

    private final DataSource dataSource;
    private final String statement;
    private final Connection connection;
    private final CopyIn copy;
    private final StringBuilder rows = new StringBuilder(FLUSH_AT + 4096);
    private boolean inRow;

    /** {@code statement} is a whole {@code copy ... from stdin}. */
    public CopyRows(DataSource dataSource, String statement) {
        this.dataSource = dataSource;
        this.statement = statement;
        this.connection = DataSourceUtils.getConnection(dataSource);
        try {
            this.copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement);
        } catch (SQLException e) {
            DataSourceUtils.releaseConnection(connection, dataSource);
            throw failure(e);
        }
    }

    public CopyRows add(@Nullable Object value) {
        if (inRow) {
            rows.append('\t');
        }
        inRow = true;
        switch (value) {
            case null -> rows.append("\\N");
            case String text -> escape(text);
            default -> rows.append(value);
        }
        return this;
    }

    public void endRow() {
        rows.append('\n');
        inRow = false;
        if (rows.length() > FLUSH_AT) {
            flush();
        }
    }

    @Override
    public void close() {
        try {
            flush();
            copy.endCopy();
        } catch (SQLException e) {
            throw failure(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private void flush() {
        byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        rows.setLength(0);
        try {
            copy.writeToCopy(bytes, 0, bytes.length);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            switch (sign) {
                case '\\' -> rows.append("\\\\");
                case '\t' -> rows.append("\\t");
                case '\n' -> rows.append("\\n");
                case '\r' -> rows.append("\\r");
                default -> rows.append(sign);
            }
        }
    }

    private RuntimeException failure(SQLException e) {
        RuntimeException known = new SQLErrorCodeSQLExceptionTranslator(dataSource).translate("copy", statement, e);
        return known == null ? new UncategorizedSQLException("copy", statement, e) : known;
    }
}
