package cx.ecou.actionplan.commands;

import cx.ecou.actionplan.events.ContactChannel;
import cx.ecou.actionplan.events.Outcome;
import cx.ecou.actionplan.events.RootCause;
import cx.ecou.feedback.events.FeedbackReceived;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Take over a case that was worked on before Ecou knew of it, with everything that has happened since. It is opened by the
 * same rule as any other and keeps its own moments, so its due time may have passed. Answers {@code true} when it is a new
 * case; {@code false} when its feedback has one already or needs none: then nothing happens.
 *
 * @param feedback for which it was opened; it may be delivered before or after, there will be no second case
 * @param owner who answers for it; null leaves it in the queue
 * @param openedAt from when its due time counts
 * @param steps what was done, oldest first; each by the owner, and refused as any other step would be
 */
public record TakeOverCase(
        FeedbackReceived feedback, @Nullable UUID owner, Instant openedAt, List<Step> steps) {

    public TakeOverCase {
        steps = List.copyOf(steps);
        if (owner == null && !steps.isEmpty()) {
            throw new IllegalArgumentException("steps are taken by an owner");
        }
    }

    /** Something that happened to the case. */
    public sealed interface Step {

        Instant at();
    }

    /** The customer heard from us. */
    public record Contacted(ContactChannel channel, String note, Instant at) implements Step {}

    /** Somebody wrote down what the next one should know. */
    public record Noted(String text, Instant at) implements Step {}

    /** It ended. */
    public record Resolved(
            Outcome outcome, RootCause rootCause, @Nullable String note, Instant at) implements Step {}

    /** It was put away. */
    public record Closed(Instant at) implements Step {}

    @Override
    public String toString() {
        return "TakeOverCase[" + feedback.feedbackId() + ", " + steps.size() + " steps]";
    }
}
