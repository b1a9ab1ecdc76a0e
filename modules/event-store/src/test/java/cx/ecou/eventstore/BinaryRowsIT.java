package cx.ecou.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cx.ecou.eventstore.testing.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class BinaryRowsIT {

    private final DataSource database = TestDatabase.fresh();
    private final JdbcTemplate jdbc = new JdbcTemplate(database);
    private final BinaryRows rows = new BinaryRows("kept (lamps, lit_on, brightness)", 3);

    @BeforeEach
    void a_table_is_empty() {
        jdbc.execute("create table kept (lamps integer, lit_on date, brightness numeric(5, 1))");
    }

    @Test
    void days_before_and_after_the_epoch_of_postgresql_arrive() {
        List<LocalDate> days =
                List.of(LocalDate.of(1969, 12, 31), LocalDate.of(2000, 1, 1), LocalDate.of(2026, 11, 22));
        days.forEach(day -> rows.row().integer(-7).day(day).halves(1));
        copy();

        assertThat(jdbc.queryForList("select lit_on from kept order by lit_on", LocalDate.class))
                .isEqualTo(days);
        assertThat(jdbc.queryForList("select distinct lamps from kept", Integer.class))
                .containsExactly(-7);
    }

    @Test
    void halves_are_stored_as_postgresql_itself_would_store_them() {
        IntStream.of(0, 1, 2, 17, 20, 200, 19_999)
                .forEach(halves ->
                        rows.row().integer(halves).day(LocalDate.EPOCH).halves(halves));
        copy();

        assertThat(jdbc.queryForList("select brightness::text from kept order by lamps", String.class))
                .containsExactly("0.0", "0.5", "1.0", "8.5", "10.0", "100.0", "9999.5");
        assertThat(jdbc.queryForObject(
                        "select bool_and(numeric_send(brightness) = numeric_send((lamps / 2.0)::numeric(5, 1))) from kept",
                        Boolean.class))
                .isTrue();
    }

    @Test
    void what_is_out_of_reach_is_refused() {
        assertThatThrownBy(() -> rows.row().integer(1).day(LocalDate.EPOCH).halves(20_000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("20000");
        assertThatThrownBy(() -> rows.halves(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    private void copy() {
        new TransactionTemplate(new DataSourceTransactionManager(database))
                .executeWithoutResult(status -> rows.copyInto(database));
    }
}
