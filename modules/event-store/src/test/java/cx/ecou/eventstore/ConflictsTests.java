package cx.ecou.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cx.ecou.kernel.DomainRuleViolation;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;

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
    void but_not_for_ever() {
        assertThatThrownBy(() -> Conflicts.settled(() -> succeedAt(99))).isInstanceOf(ConcurrencyException.class);
        assertThat(attempts).hasValue(5);
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
