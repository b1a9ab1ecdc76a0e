package cx.ecou.feedback.commands;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.eventstore.testing.EcouTest;
import cx.ecou.feedback.FeedbackExamples;
import cx.ecou.feedback.commands.FeedbackDoor.Outcome;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EcouTest
class FeedbackDoorIT {

    @Autowired
    FeedbackDoor door;

    @Test
    void what_comes_through_the_door_is_treated_as_everything_else() {
        String lines = String.join(
                "\n",
                FeedbackExamples.anAnonymousScore("door-1", 9),
                FeedbackExamples.anAnonymousScore("door-2", 11),
                FeedbackExamples.anAnonymousScore("door-1", 9),
                FeedbackExamples.anAnonymousScore("door-1", 3));

        assertThat(receive(lines)).isEqualTo(new Outcome(1, 1, 2));
        assertThat(receive(FeedbackExamples.anAnonymousScore("door-1", 9))).isEqualTo(new Outcome(0, 1, 0));
    }

    private Outcome receive(String lines) {
        return door.receive(lines.getBytes(StandardCharsets.UTF_8));
    }
}
