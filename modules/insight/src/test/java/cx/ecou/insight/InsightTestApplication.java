package cx.ecou.insight;

import cx.ecou.actionplan.events.ActionPlanEvent;
import cx.ecou.eventstore.EventRegister;
import cx.ecou.feedback.events.FeedbackEvent;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The module with its neighbours' events, but without the neighbours. */
@SpringBootApplication
class InsightTestApplication {

    @Bean
    EventRegister feedbackEvents() {
        return new EventRegister("feedback", FeedbackEvent.class);
    }

    @Bean
    EventRegister actionPlanEvents() {
        return new EventRegister("action-plan", ActionPlanEvent.class);
    }

    @Bean
    WallClock clock() {
        return new WallClock();
    }
}
