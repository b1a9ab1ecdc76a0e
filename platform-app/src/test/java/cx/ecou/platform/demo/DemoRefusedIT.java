package cx.ecou.platform.demo;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cx.ecou.eventstore.Positions;
import cx.ecou.eventstore.StoredEvents;
import cx.ecou.feedback.commands.FeedbackDoor;
import cx.ecou.platform.access.PlatformTest;
import cx.ecou.platform.start.StartRefused;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PlatformTest
class DemoRefusedIT {

    @Autowired
    FeedbackDoor feedback;

    @Autowired
    StoredEvents stored;

    @Autowired
    Positions positions;

    @Test
    void invented_data_is_not_mixed_with_real_data() {
        feedback.receive("""
                {"source":"shop","externalId":"real-1","kind":"SURVEY","occurredAt":"2026-01-10T10:00:00Z",\
                "scores":[{"metric":"NPS","value":9}]}""".getBytes(StandardCharsets.UTF_8));

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> new FirstStart(stored, positions, Clock.systemUTC()).moment())
                .withMessageContaining("leave out the profile demo");
    }
}
