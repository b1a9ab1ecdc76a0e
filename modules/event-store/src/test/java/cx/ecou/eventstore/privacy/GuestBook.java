package cx.ecou.eventstore.privacy;

import cx.ecou.eventstore.EventRegister;
import cx.ecou.eventstore.privacy.Guest.GuestWrote;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A house whose guests write into its book, and a processor that reads it. */
@TestConfiguration
class GuestBook {

    @Bean
    EventRegister guests() {
        return new EventRegister("guest", Guest.class);
    }

    @Bean
    Reader reader() {
        return new Reader();
    }

    @ProcessingGroup("guest.book")
    static class Reader {

        private final List<GuestWrote> read = new CopyOnWriteArrayList<>();

        @EventHandler
        void on(GuestWrote event) {
            read.add(event);
        }

        List<GuestWrote> of(UUID guest) {
            return read.stream().filter(entry -> entry.guestId().equals(guest)).toList();
        }
    }
}
