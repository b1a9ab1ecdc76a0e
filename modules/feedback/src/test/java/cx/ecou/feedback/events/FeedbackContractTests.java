package cx.ecou.feedback.events;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.eventstore.EventRegister;
import cx.ecou.eventstore.testing.EventContract;
import cx.ecou.feedback.FeedbackExamples;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedbackContractTests implements EventContract {

    @Override
    public EventRegister register() {
        return new EventRegister("feedback", FeedbackEvent.class);
    }

    @Override
    public List<Example> examples() {
        return List.of(
                Example.of(FeedbackExamples.aDetractorFromAna()),
                new Example(FeedbackExamples.anAnonymousPassive(), "anonymous"));
    }

    @Test
    void what_is_personal_stays_out_of_logs() {
        assertThat(FeedbackExamples.aDetractorFromAna().toString())
                .contains("touchpoint=delivery")
                .doesNotContain("Ana", "example.org", "opóźnienia");
    }
}
