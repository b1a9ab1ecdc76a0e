package cx.ecou.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.kernel.Ids;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@EcouTest
class RareWordsIT {

    private static final String MATCHING =
            "select id from voices where to_tsvector('simple', said) @@ to_tsquery('simple', ?)";

    @Autowired
    RareWords words;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionOperations transaction;

    private final UUID rare = Ids.next();

    @BeforeEach
    void many_say_the_same_and_one_says_something_else() {
        database.sql("create table voices (id uuid primary key, said text not null)")
                .update();
        database.sql("insert into voices select gen_random_uuid(), 'late parcel' from generate_series(1, ?)")
                .param(RareWords.FEW + 1)
                .update();
        database.sql("insert into voices values (?, 'broken')").param(rare).update();
        database.sql("create index on voices using gin (to_tsvector('simple', said))")
                .update();
    }

    @AfterEach
    void nobody_says_anything() {
        database.sql("drop table voices").update();
    }

    @Test
    void who_says_something_rare_is_known_by_the_index_of_words_alone() {
        assertThat(words.ids(MATCHING, List.of("bro:*"))).hasValue(List.of(rare));
        assertThat(words.ids(MATCHING, List.of("nobody:*"))).hasValue(List.of());
    }

    @Test
    void what_many_say_is_not_looked_up() {
        assertThat(words.ids(MATCHING, List.of("late:*"))).isEmpty();
        assertThat(words.ids(MATCHING, List.of("late:*"), RareWords.FEW + 1))
                .hasValueSatisfying(found -> assertThat(found).hasSize(RareWords.FEW + 1));
    }

    @Test
    void nothing_else_is_looked_up_differently_afterwards() {
        transaction.executeWithoutResult(status -> {
            words.ids(MATCHING, List.of("bro:*"));
            assertThat(database.sql("show enable_seqscan").query(String.class).single())
                    .isEqualTo("on");
        });
    }
}
