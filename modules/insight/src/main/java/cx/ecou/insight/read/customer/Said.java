package cx.ecou.insight.read.customer;

import cx.ecou.customer.events.Identity;
import cx.ecou.feedback.events.FeedbackReceived;
import cx.ecou.kernel.Personal;
import cx.ecou.kernel.Redacted;
import cx.ecou.kernel.Score;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What one subject said, all of it together.
 *
 * @param first the first of it that was recorded
 * @param name under which they left it, the last one
 * @param email likewise
 * @param feedback how often
 * @param score the newest one, of several at once the most severe
 * @param scoredAt when it was given
 * @param since when they said the oldest of it
 * @param until when the newest
 */
record Said(
        FeedbackReceived first,
        @Personal @Nullable String name,
        @Personal @Nullable String email,
        int feedback,
        @Nullable Score score,
        @Nullable Instant scoredAt,
        Instant since,
        Instant until) {

    static Said of(FeedbackReceived one) {
        Score score =
                one.scores().stream().max(Comparator.comparing(Score::band)).orElse(null);
        return new Said(
                one,
                one.customerName(),
                one.identities().stream().findFirst().map(Identity::value).orElse(null),
                1,
                score,
                score == null ? null : one.occurredAt(),
                one.occurredAt(),
                one.occurredAt());
    }

    /** With what was recorded next. */
    Said and(Said next) {
        boolean newer = next.scoredAt != null && (scoredAt == null || !next.scoredAt.isBefore(scoredAt));
        return new Said(
                first,
                isWritten(next.name) ? next.name : name,
                isWritten(next.email) ? next.email : email,
                feedback + next.feedback,
                newer ? next.score : score,
                newer ? next.scoredAt : scoredAt,
                next.since.isBefore(since) ? next.since : since,
                next.until.isAfter(until) ? next.until : until);
    }

    private static boolean isWritten(@Nullable String text) {
        return text != null && !text.isEmpty();
    }

    @Override
    public String toString() {
        return Redacted.describe(this);
    }
}
