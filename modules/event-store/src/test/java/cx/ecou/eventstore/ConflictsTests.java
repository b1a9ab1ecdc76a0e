package cx.ecou.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cx.ecou.kernel.DomainRuleViolation;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConflictsTests {

    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    void what_meets_nobody_is_done_once() {
        assertThat(Conflicts.settled(attempts::incrementAndGet)).isEqualTo(1);
    }

    @Test
    void whoever_comes_second_looks_again() {
        assertThat(Conflicts.settled(() -> succeedAt(3))).isEqualTo("done");
        assertThat(attempts).hasValue(3);
    }

    @Test
    void also_when_the_conflict_is_wrapped() {
        Conflicts.settled(() -> {
            if (attempts.incrementAndGet() == 1) {
                throw new CommandExecutionException("wrapped", new ConcurrencyException("somebody was first"));
            }
            return "done";
        });
        assertThat(attempts).hasValue(2);
    }

    @Test
    void who_meets_somebody_five_times_is_told_so() {
        assertThatExceptionOfType(DomainRuleViolation.class)
                .isThrownBy(() -> Conflicts.settled(() -> succeedAt(99)))
                .satisfies(told -> assertThat(told.code()).isEqualTo("concurrent-change"));
        assertThat(attempts).hasValue(5);
    }

    @ParameterizedTest(name = "SQLState {0}: attempts {1}")
    @CsvSource({"40001, 2", "40P01, 2", "23505, 1", "57014, 1"})
    void a_transaction_that_the_database_gave_up_for_another_is_tried_again(String state, int made) {
        try {
            Conflicts.settled(() -> {
                if (attempts.incrementAndGet() == 1) {
                    throw new EventStoreException("given up", new SQLException("one of two", state));
                }
                return "done";
            });
        } catch (EventStoreException e) {
            assertThat(e).hasRootCauseInstanceOf(SQLException.class);
        }
        assertThat(attempts).hasValue(made);
    }

    @Test
    void before_each_further_attempt_it_is_looked_again_at_what_is_there() {
        var looked = new AtomicInteger();

        Conflicts.settled(() -> succeedAt(3), looked::incrementAndGet);

        assertThat(looked).hasValue(2);
    }

    @Test
    void a_broken_rule_is_no_conflict() {
        assertThatThrownBy(() -> Conflicts.settled(() -> {
                    attempts.incrementAndGet();
                    throw new DomainRuleViolation("lamp.broken");
                }))
                .isInstanceOf(DomainRuleViolation.class);
        assertThat(attempts).hasValue(1);
    }

    private String succeedAt(int attempt) {
        if (attempts.incrementAndGet() < attempt) {
            throw new ConcurrencyException("somebody was first");
        }
        return "done";
    }
}
