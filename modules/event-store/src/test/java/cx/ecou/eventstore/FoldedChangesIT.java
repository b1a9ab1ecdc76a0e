package cx.ecou.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.eventstore.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class FoldedChangesIT {

    private static final String REPLACE = "update lamp set said = ? where lamp_id = ?";

    private final JdbcTemplate jdbc = new JdbcTemplate(TestDatabase.fresh());
    private final List<List<Words>> statements = new ArrayList<>();

    private final FoldedChanges<Integer, Words> changes =
            new FoldedChanges<>((one, next) -> new Words(one.lamp(), one.said() + next.said()), words -> {
                statements.add(List.copyOf(words));
                words.forEach(one ->
                        jdbc.update("update lamp set said = said || ? where lamp_id = ?", one.said(), one.lamp()));
            });

    private record Words(int lamp, String said) {}

    @BeforeEach
    void three_lamps_have_said_nothing_yet() {
        jdbc.execute("create table lamp as select n as lamp_id, '' as said from generate_series(1, 3) n");
    }

    @Test
    void what_is_frequent_is_folded_and_written_by_one_statement_in_the_order_of_keys() {
        say(3, "x").say(1, "a").say(3, "y").say(1, "b");

        changes.write(jdbc);

        assertThat(statements).containsExactly(List.of(new Words(1, "ab"), new Words(3, "xy")));
        assertThat(said()).containsExactly("ab", "", "xy");
    }

    @Test
    void the_changes_of_one_row_stay_in_their_order_whatever_they_are() {
        say(1, "lost").say(2, "x");
        changes.add(1, REPLACE, "a", 1).add(3, REPLACE, "u", 3);
        say(1, "b").say(1, "c").say(2, "y").say(3, "v");
        changes.add(1, "update lamp set said = said || ? where lamp_id = ?", "d", 1);
        changes.add(2, "update lamp set said = said || ? where lamp_id = ?", "z", 2);
        say(1, "e");

        changes.write(jdbc);

        assertThat(said()).containsExactly("abcde", "xyz", "uv");
    }

    @Test
    void without_changes_nothing_is_written() {
        changes.write(jdbc);

        assertThat(statements).isEmpty();
        assertThat(said()).containsExactly("", "", "");
    }

    private FoldedChangesIT say(int lamp, String word) {
        changes.fold(lamp, new Words(lamp, word));
        return this;
    }

    private List<String> said() {
        return jdbc.queryForList("select said from lamp order by lamp_id", String.class);
    }
}
