package cx.ecou.insight.read.scorecount;

import cx.ecou.feedback.events.FeedbackReceived;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where one feedback stands in every dimension. */
record Circumstances(
        String touchpoint, String channel, String product, String region, String segment, String source, String kind) {

    static Circumstances of(FeedbackReceived feedback) {
        return new Circumstances(
                stated(feedback.touchpoint()),
                stated(feedback.channel()),
                stated(feedback.product()),
                stated(feedback.region()),
                stated(feedback.segment()),
                stated(feedback.source()),
                feedback.kind().name());
    }

    String in(Dimension dimension) {
        return switch (dimension) {
            case TOUCHPOINT -> touchpoint;
            case CHANNEL -> channel;
            case PRODUCT -> product;
            case REGION -> region;
            case SEGMENT -> segment;
            case SOURCE -> source;
            case KIND -> kind;
        };
    }

    private static String stated(@Nullable String member) {
        return Objects.requireNonNullElse(member, Dimension.NOT_STATED);
    }
}
