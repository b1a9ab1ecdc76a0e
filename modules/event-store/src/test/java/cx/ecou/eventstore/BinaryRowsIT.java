package cx.ecou.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cx.ecou.eventstore.testing.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class BinaryRowsIT {

    /** As many as are sent in several parts. */
    private static final int MANY = 20_000;

    private final DataSource database = TestDatabase.fresh();
    private final JdbcTemplate jdbc = new JdbcTemplate(database);
    private final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
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

    @Test
    void the_first_rows_are_taken_in_while_the_last_are_made() {
        copyAsMade(made -> {
            IntStream.range(0, MANY).forEach(n -> add(made, n));
            await().untilAsserted(() -> assertThat(takenIn()).isPositive());
            add(made, MANY);
        });

        assertThat(jdbc.queryForObject("select count(distinct lamps) from kept", Integer.class))
                .isEqualTo(MANY + 1);
    }

    private int takenIn() {
        Integer rows = jdbc.queryForObject(
                "select coalesce(max(tuples_processed), 0) from pg_stat_progress_copy", Integer.class);
        return rows == null ? 0 : rows;
    }

    @Test
    void rows_that_cannot_all_be_made_are_not_written_at_all() {
        assertThatThrownBy(() -> copyAsMade(made -> {
                    IntStream.range(0, MANY).forEach(n -> add(made, n));
                    throw new IllegalStateException("no more lamps");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no more lamps");

        assertThat(jdbc.queryForObject("select count(*) from kept", Integer.class))
                .isZero();
    }

    @Test
    void of_rows_of_which_one_is_refused_none_is_written() {
        jdbc.execute("alter table kept add unique (lamps)");

        assertThatThrownBy(() -> copyAsMade(made -> IntStream.range(0, MANY).forEach(n -> add(made, n % 1_000))))
                .isInstanceOf(DuplicateKeyException.class);

        assertThat(jdbc.queryForObject("select count(*) from kept", Integer.class))
                .isZero();
    }

    private static void add(BinaryRows made, int lamps) {
        made.row().integer(lamps).day(LocalDate.EPOCH).halves(1);
    }

    private void copyAsMade(Consumer<BinaryRows> made) {
        transaction.executeWithoutResult(
                status -> BinaryRows.copy(database, "kept (lamps, lit_on, brightness)", 3, made));
    }

    private void copy() {
        transaction.executeWithoutResult(status -> rows.copyInto(database));
    }
}
