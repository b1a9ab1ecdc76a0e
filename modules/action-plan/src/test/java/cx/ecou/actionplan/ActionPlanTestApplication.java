package cx.ecou.actionplan;

import cx.ecou.eventstore.EventRegister;
import cx.ecou.eventstore.testing.SettableClock;
import cx.ecou.feedback.events.FeedbackEvent;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The action plan alone: with colleagues who can be invented and a clock that can be set. */
@SpringBootApplication
class ActionPlanTestApplication {

    @Bean
    SettableClock clock(@Value("${test.now:2036-11-03T12:00:00Z}") Instant now) {
        return new SettableClock(now);
    }

    @Bean
    InventedColleagues colleagues() {
        var everybody = new InventedColleagues();
        everybody.are(InventedColleagues.ILINCA, InventedColleagues.MAREK, InventedColleagues.OLGA);
        return everybody;
    }

    @Bean
    EventRegister feedbackEvents() {
        return new EventRegister("feedback", FeedbackEvent.class);
    }
}
