package cx.ecou.feedback.write.intake;

import cx.ecou.feedback.events.FeedbackReceived;
import cx.ecou.webshell.problems.FieldProblem;
import java.util.List;
import java.util.function.Function;

/** What checking a delivered feedback comes to. */
sealed interface Checked {

    /** One answer for either outcome. */
    <T> T match(Function<FeedbackReceived, T> sound, Function<List<FieldProblem>, T> unsound);

    /** It can be recorded. */
    record Sound(FeedbackReceived feedback) implements Checked {

        @Override
        public <T> T match(Function<FeedbackReceived, T> sound, Function<List<FieldProblem>, T> unsound) {
            return sound.apply(feedback);
        }
    }

    /** It cannot; every reason is named. */
    record Unsound(List<FieldProblem> problems) implements Checked {

        @Override
        public <T> T match(Function<FeedbackReceived, T> sound, Function<List<FieldProblem>, T> unsound) {
            return unsound.apply(problems);
        }
    }
}
