package cx.ecou.eventstore.privacy;

/** The key that wraps data keys is missing, malformed, or another database's; the message is a sentence that says what to do. */
public final class WrappingKeyNotUsable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public WrappingKeyNotUsable(String sentence) {
        super(sentence);
    }
}
