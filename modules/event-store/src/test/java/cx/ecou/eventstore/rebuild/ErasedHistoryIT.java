package cx.ecou.eventstore.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.eventstore.EventRegister;
import cx.ecou.eventstore.Fact;
import cx.ecou.eventstore.Facts;
import cx.ecou.eventstore.Positions;
import cx.ecou.eventstore.privacy.DataKeys;
import cx.ecou.eventstore.privacy.Guest;
import cx.ecou.eventstore.privacy.Guest.GuestWrote;
import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.kernel.Ids;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionOperations;

/** What a rebuild reads of people: what the processors read, and nothing of those who were erased. */
@EcouTest
@Import(ErasedHistoryIT.Guests.class)
@TestPropertySource(properties = {"test.world=erased-history", "ecou.rebuild.events-at-once=10"})
class ErasedHistoryIT {

    @TestConfiguration
    static class Guests {

        @Bean
        EventRegister guests() {
            return new EventRegister("guest", Guest.class);
        }
    }

    @Autowired
    Facts facts;

    @Autowired
    StoredHistory history;

    @Autowired
    Positions positions;

    @Autowired
    DataKeys keys;

    @Autowired
    TransactionOperations transaction;

    @Test
    void the_rebuild_reads_what_was_said_of_the_others_and_of_the_erased_that_it_happened() {
        List<GuestWrote> said =
                Stream.generate(() -> Guest.ana(Ids.next())).limit(25).toList();
        facts.record(said.stream()
                .map(each -> new Fact(each.entryId(), "Entry", each))
                .toList());
        assertThat(read()).isEqualTo(said);

        UUID erased = said.get(17).guestId();
        transaction.executeWithoutResult(status -> keys.destroy(List.of(erased)));

        assertThat(read())
                .isEqualTo(said.stream()
                        .map(each -> each.guestId().equals(erased) ? Guest.without(each) : each)
                        .toList());
    }

    private List<Object> read() {
        StoredHistory.Concerning entries = history.concerning(GuestWrote.class::equals);
        long head = positions.head();
        return Stream.iterate(
                        entries.after(0, head),
                        page -> page.end() > page.after(),
                        page -> entries.after(page.end(), head))
                .flatMap(page -> page.events().stream())
                .<Object>map(event -> event.getPayload())
                .toList();
    }
}
