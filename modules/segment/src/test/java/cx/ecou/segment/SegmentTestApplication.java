package cx.ecou.segment;

import cx.ecou.customer.events.CustomerEvent;
import cx.ecou.eventstore.EventRegister;
import cx.ecou.eventstore.testing.SettableClock;
import cx.ecou.feedback.events.FeedbackEvent;
import java.time.Instant;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Segments with their neighbours' events, but without the neighbours, and with a clock that can be set. */
@SpringBootApplication
class SegmentTestApplication {

    @Bean
    SettableClock clock() {
        return new SettableClock(Instant.parse("2036-11-03T12:00:00Z"));
    }

    @Bean
    EventRegister customerEvents() {
        return new EventRegister("customer", CustomerEvent.class);
    }

    @Bean
    EventRegister feedbackEvents() {
        return new EventRegister("feedback", FeedbackEvent.class);
    }
}
