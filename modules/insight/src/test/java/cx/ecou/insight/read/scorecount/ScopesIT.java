package cx.ecou.insight.read.scorecount;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.eventstore.testing.EcouTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@EcouTest
class ScopesIT {

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void a_scope_keeps_its_number() {
        Scope scope = new Scope.Member(Dimension.PRODUCT, "lamp");

        int first = scopes().numbersOf(List.of(scope)).getOrDefault(scope, 0);

        assertThat(first).isPositive();
        assertThat(scopes().numbersOf(List.of(scope))).containsEntry(scope, first);
    }

    @Test
    void a_number_outlives_the_transaction_that_asked_for_it() {
        Scopes scopes = scopes();
        Scope scope = new Scope.Member(Dimension.PRODUCT, "table");

        Map<Scope, Integer> numbers = new TransactionTemplate(transactions).execute(status -> {
            status.setRollbackOnly();
            return scopes.numbersOf(List.of(scope));
        });

        assertThat(numbers).isNotNull();
        assertThat(database.sql("select product from insight.scope where scope_id = ?")
                        .param(numbers.get(scope))
                        .query(String.class)
                        .single())
                .isEqualTo("table");
    }

    @Test
    void nodes_that_meet_a_scope_at_the_same_time_give_it_one_number() throws Exception {
        List<Scope> scopes = IntStream.range(0, 200)
                .<Scope>mapToObj(i -> new Scope.Member(Dimension.PRODUCT, "chair " + i))
                .toList();
        var threads = Executors.newFixedThreadPool(4);
        List<Future<Map<Scope, Integer>>> answers = new ArrayList<>();
        try {
            for (int node = 0; node < 4; node++) {
                Scopes own = scopes();
                Callable<Map<Scope, Integer>> ask = () -> own.numbersOf(scopes);
                answers.add(threads.submit(ask));
            }
            Map<Scope, Integer> first = answers.get(0).get();
            assertThat(first).hasSize(200);
            for (Future<Map<Scope, Integer>> answer : answers) {
                assertThat(answer.get()).isEqualTo(first);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void what_a_scope_looks_at_can_be_read_in_the_table() {
        var combination =
                new Scope.Combination(new Circumstances("delivery", "web", "", "north", "gold", "shop", "SURVEY"));
        Integer number = scopes().numbersOf(List.of(combination)).get(combination);

        assertThat(database.sql("select * from insight.scope where scope_id = ?")
                        .param(number)
                        .query()
                        .singleRow())
                .containsEntry("counted_by", "combination")
                .containsEntry("touchpoint", "delivery")
                .containsEntry("product", "")
                .containsEntry("kind", "SURVEY");
    }

    /** As a node that has just started would have them. */
    private Scopes scopes() {
        return new Scopes(database, transactions);
    }
}
