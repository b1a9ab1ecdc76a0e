package cx.ecou.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.eventstore.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class RowChangesIT {

    private static final String APPEND = "update lamp set said = said || ? where lamp_id = ?";
    private static final String REPLACE = "update lamp set said = ? where lamp_id = ?";

    private final JdbcTemplate jdbc = new JdbcTemplate(TestDatabase.fresh());

    @BeforeEach
    void three_lamps_have_said_nothing_yet() {
        jdbc.execute("create table lamp as select n as lamp_id, '' as said from generate_series(1, 3) n");
    }

    @Test
    void the_changes_of_one_row_stay_in_their_order_however_they_are_mixed() {
        new RowChanges()
                .add(1, APPEND, "a", 1)
                .add(2, REPLACE, "x", 2)
                .add(1, REPLACE, "b", 1)
                .add(2, APPEND, "y", 2)
                .add(3, APPEND, "z", 3)
                .add(1, APPEND, "c", 1)
                .add(2, REPLACE, "w", 2)
                .write(jdbc);

        assertThat(said()).containsExactly("bc", "w", "z");
    }

    @Test
    void without_changes_nothing_is_written() {
        new RowChanges().write(jdbc);

        assertThat(said()).containsExactly("", "", "");
    }

    @Test
    void a_row_that_is_not_there_changes_nothing() {
        new RowChanges().add(4, APPEND, "a", 4).add(1, APPEND, "a", 1).write(jdbc);

        assertThat(said()).containsExactly("a", "", "");
    }

    private List<String> said() {
        return jdbc.queryForList("select said from lamp order by lamp_id", String.class);
    }
}
