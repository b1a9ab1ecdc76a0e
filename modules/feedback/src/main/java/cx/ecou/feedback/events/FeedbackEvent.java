package cx.ecou.feedback.events;

import java.util.UUID;

/** The register of everything that the feedback module records. */
public sealed interface FeedbackEvent permits FeedbackReceived {

    UUID feedbackId();
}
