package cx.ecou.insight;

import cx.ecou.actionplan.events.ActionPlanEvent;
import cx.ecou.customer.events.CustomerEvent;
import cx.ecou.eventstore.EventRegister;
import cx.ecou.eventstore.testing.SettableClock;
import cx.ecou.feedback.events.FeedbackEvent;
import cx.ecou.kernel.Colleague;
import cx.ecou.kernel.Colleagues;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The module with its neighbours' events, but without the neighbours. */
@SpringBootApplication
class InsightTestApplication {

    @Bean
    EventRegister customerEvents() {
        return new EventRegister("customer", CustomerEvent.class);
    }

    @Bean
    EventRegister feedbackEvents() {
        return new EventRegister("feedback", FeedbackEvent.class);
    }

    @Bean
    EventRegister actionPlanEvents() {
        return new EventRegister("action-plan", ActionPlanEvent.class);
    }

    /** Nobody works here; who did something is not named. */
    @Bean
    Colleagues colleagues() {
        return new Colleagues() {

            @Override
            public List<Colleague> all() {
                return List.of();
            }

            @Override
            public Optional<Colleague> find(UUID id) {
                return Optional.empty();
            }
        };
    }

    @Bean
    SettableClock clock() {
        return new SettableClock(Intake.NOON);
    }
}
