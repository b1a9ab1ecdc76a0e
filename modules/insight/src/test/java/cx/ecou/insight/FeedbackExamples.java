package cx.ecou.insight;

import cx.ecou.customer.events.CustomerSeen;
import cx.ecou.feedback.events.FeedbackKind;
import cx.ecou.feedback.events.FeedbackReceived;
import cx.ecou.kernel.Ids;
import cx.ecou.kernel.Scale;
import cx.ecou.kernel.Score;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Feedback by example: what a test does not say is usual.
 *
 * @param on a day, or an instant
 */
public record FeedbackExamples(
        String on,
        List<Score> scores,
        @Nullable String touchpoint,
        @Nullable String channel,
        @Nullable String product,
        @Nullable String region,
        @Nullable String segment,
        String source,
        FeedbackKind kind) {

    public static final Scale ONE_TO_FIVE = new Scale(1, 5);
    public static final Scale ONE_TO_SEVEN = new Scale(1, 7);

    /** A survey of the shop about delivery, on the web, with nothing else known. */
    public static FeedbackExamples on(String on, Score... scores) {
        return new FeedbackExamples(
                on, List.of(scores), "delivery", "web", null, null, null, "shop", FeedbackKind.SURVEY);
    }

    public FeedbackExamples at(@Nullable String otherTouchpoint) {
        return new FeedbackExamples(on, scores, otherTouchpoint, channel, product, region, segment, source, kind);
    }

    public FeedbackExamples through(@Nullable String otherChannel) {
        return new FeedbackExamples(on, scores, touchpoint, otherChannel, product, region, segment, source, kind);
    }

    public FeedbackExamples about(String otherProduct) {
        return new FeedbackExamples(on, scores, touchpoint, channel, otherProduct, region, segment, source, kind);
    }

    public FeedbackExamples from(String otherRegion, String otherSegment) {
        return new FeedbackExamples(on, scores, touchpoint, channel, product, otherRegion, otherSegment, source, kind);
    }

    public FeedbackExamples of(String otherSource, FeedbackKind otherKind) {
        return new FeedbackExamples(on, scores, touchpoint, channel, product, region, segment, otherSource, otherKind);
    }

    /** Each time another piece of feedback, of somebody of whom nothing is known. */
    public FeedbackReceived received() {
        UUID feedbackId = Ids.next();
        return received(feedbackId, feedbackId, null);
    }

    /** Each time another piece of feedback, of the customer whom the source knows by that key. */
    public FeedbackReceived receivedFrom(String ref) {
        return received(Ids.next(), CustomerSeen.subjectOf(source, ref), ref);
    }

    private FeedbackReceived received(UUID feedbackId, UUID subjectId, @Nullable String ref) {
        return new FeedbackReceived(
                feedbackId,
                subjectId,
                source,
                feedbackId.toString(),
                kind,
                Instant.parse(on.length() > 10 ? on : on + "T10:00:00Z"),
                "pl",
                ref,
                null,
                null,
                touchpoint,
                channel,
                product,
                region,
                segment,
                scores,
                null,
                Map.of());
    }
}
