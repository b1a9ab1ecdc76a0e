package cx.ecou.insight;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.eventstore.Fact;
import cx.ecou.eventstore.Facts;
import cx.ecou.eventstore.Positions;
import cx.ecou.eventstore.testing.SettableClock;
import cx.ecou.feedback.events.FeedbackReceived;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** Records feedback as the feedback module does, and waits until it is counted. */
@Component
public class Intake {

    /** What the clock of these tests shows at first: noon of 10 November 2026 in Warsaw. */
    public static final Instant NOON = Instant.parse("2026-11-10T11:00:00Z");

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Facts facts;
    private final Positions positions;
    private final SettableClock clock;

    Intake(Facts facts, Positions positions, SettableClock clock) {
        this.facts = facts;
        this.positions = positions;
        this.clock = clock;
    }

    /** Recorded at an instant; the clock stands there afterwards. */
    public void recordAt(String recordedAt, FeedbackExamples... feedback) {
        clock.set(Instant.parse(recordedAt));
        record(Arrays.stream(feedback).map(FeedbackExamples::received).toList());
    }

    /** Recorded at whatever the clock shows. */
    public void record(List<FeedbackReceived> feedback) {
        facts.record(feedback.stream()
                .map(received -> new Fact(received.feedbackId(), "Feedback", received))
                .toList());
        awaitProjection("insight.figures");
    }

    public void awaitProjection(String processingGroup) {
        assertThat(positions.await(processingGroup, positions.head(), PATIENCE)).isTrue();
    }
}
