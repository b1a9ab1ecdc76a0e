package cx.ecou.platform.demo;

import cx.ecou.eventstore.Positions;
import cx.ecou.eventstore.StoredEvent;
import cx.ecou.eventstore.StoredEvents;
import cx.ecou.feedback.events.FeedbackReceived;
import cx.ecou.kernel.Ids;
import cx.ecou.platform.start.StartRefused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * When the demonstration was first started: its year ends then, also after a restart. The moment is kept where everything
 * is kept, in an event: the first voice, a year before.
 */
@Component
@Profile("demo")
class FirstStart {

    static final String SOURCE = "demo";
    static final String KEY = "first-start";
    static final Duration YEAR = Duration.ofDays(365);
    private static final UUID FIRST_VOICE = Ids.derived("feedback", SOURCE, KEY);

    private final StoredEvents stored;
    private final Positions positions;
    private final Clock clock;

    FirstStart(StoredEvents stored, Positions positions, Clock clock) {
        this.stored = stored;
        this.positions = positions;
        this.clock = clock;
    }

    /**
     * The moment of the first start, which may be now.
     *
     * @throws StartRefused when there is other data here
     */
    Instant moment() {
        return remembered().orElseGet(() -> {
            if (positions.head() > 0) {
                throw new StartRefused("The demonstration would mix invented data with yours: set ECOU_HOME to an empty"
                        + " folder, SPRING_DATASOURCE_URL to an empty database, or leave out the profile demo.");
            }
            return clock.instant().truncatedTo(ChronoUnit.SECONDS);
        });
    }

    private Optional<Instant> remembered() {
        return stored.firstOf(List.of(FIRST_VOICE)).values().stream()
                .map(StoredEvent::event)
                .map(FeedbackReceived.class::cast)
                .map(beginning -> beginning.occurredAt().plus(YEAR))
                .findFirst();
    }
}
