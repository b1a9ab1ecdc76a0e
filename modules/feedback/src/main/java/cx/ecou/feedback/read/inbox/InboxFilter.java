package cx.ecou.feedback.read.inbox;

import cx.ecou.feedback.events.FeedbackKind;
import cx.ecou.kernel.Band;
import cx.ecou.kernel.Metric;
import cx.ecou.webshell.audit.Codes;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which feedback is asked for; what is missing does not narrow.
 *
 * @param from first day of occurrence, in the reporting time zone
 * @param to last day of occurrence, included
 * @param metric feedback with a score of this metric; {@code band}, {@code minScore} and {@code maxScore} then look at it,
 *     without a metric at any score
 * @param q words of the comment, each as a beginning, without regard to case and marks
 */
public record InboxFilter(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable FeedbackKind kind,
        @Nullable String channel,
        @Nullable String touchpoint,
        @Nullable String source,
        @Nullable String product,
        @Nullable String region,
        @Nullable String segment,
        @Nullable String customerRef,
        @Nullable Metric metric,
        @Nullable Band band,
        @Nullable BigDecimal minScore,
        @Nullable BigDecimal maxScore,
        @Nullable String q) {

    public static final InboxFilter NONE =
            new InboxFilter(null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    /** As the audit log keeps it: of what somebody typed only that it was there. */
    public Codes codes() {
        return Codes.NONE
                .with("from", from)
                .with("to", to)
                .with("kind", kind)
                .typed("channel", channel)
                .typed("touchpoint", touchpoint)
                .typed("source", source)
                .typed("product", product)
                .typed("region", region)
                .typed("segment", segment)
                .typed("customerRef", customerRef)
                .with("metric", metric)
                .with("band", band)
                .with("minScore", minScore)
                .with("maxScore", maxScore)
                .typed("q", q);
    }
}
