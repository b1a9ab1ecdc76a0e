package cx.ecou.eventstore;

import java.sql.Connection;
import java.util.Objects;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** Several questions to the database that are all answered as of one moment, whatever is written meanwhile. */
public final class OneView {

    private OneView() {}

    /** @param question may read and not write */
    public static <T> T of(JdbcTemplate jdbc, ConnectionCallback<T> question) {
        return Objects.requireNonNull(jdbc.execute((Connection connection) -> {
            connection.setAutoCommit(false);
            try (var begin = connection.createStatement()) {
                begin.execute("set transaction isolation level repeatable read, read only");
                return question.doInConnection(connection);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }));
    }
}
