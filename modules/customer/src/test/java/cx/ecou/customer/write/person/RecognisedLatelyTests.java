package cx.ecou.customer.write.person;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.kernel.Ids;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class RecognisedLatelyTests {

    private final RecognisedLately recognised = new RecognisedLately(2);

    @Test
    void who_was_recognised_is_held_until_so_many_others_were() {
        List<UUID> subjects = Stream.generate(Ids::next).limit(5).toList();

        recognised.remember(subjects.subList(0, 4));
        assertThat(subjects.subList(0, 4)).allMatch(recognised::holds);
        assertThat(recognised.holds(subjects.get(4))).isFalse();

        recognised.remember(subjects.subList(4, 5));
        assertThat(subjects.subList(2, 5)).allMatch(recognised::holds);
        assertThat(subjects.subList(0, 2)).noneMatch(recognised::holds);
    }

    @Test
    void what_is_rolled_back_is_not_remembered() {
        UUID kept = Ids.next();
        UUID undone = Ids.next();

        inTransaction(kept, true);
        inTransaction(undone, false);

        assertThat(recognised.holds(kept)).isTrue();
        assertThat(recognised.holds(undone)).isFalse();
    }

    private void inTransaction(UUID subject, boolean committed) {
        TransactionSynchronizationManager.initSynchronization();
        try {
            recognised.remember(List.of(subject));
            assertThat(recognised.holds(subject)).isFalse();
            if (committed) {
                TransactionSynchronizationManager.getSynchronizations()
                        .forEach(TransactionSynchronization::afterCommit);
            }
        } finally {
            TransactionSynchronizationManager.clearSynchronization();
        }
    }
}
