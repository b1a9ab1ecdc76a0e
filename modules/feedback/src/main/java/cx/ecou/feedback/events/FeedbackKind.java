package cx.ecou.feedback.events;

/** How the customer came to speak. */
public enum FeedbackKind {
    /** Answered our questions. */
    SURVEY,
    /** Wrote a public review. */
    REVIEW,
    /** Spoke of us elsewhere. */
    MENTION,
    /** Complained to us. */
    COMPLAINT,
    /** Talked with one of us, who took notes. */
    INTERVIEW
}
