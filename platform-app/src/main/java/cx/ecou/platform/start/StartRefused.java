package cx.ecou.platform.start;

/** Ecou cannot start as it is configured. The message is one sentence that says what to do; it names no secret. */
public final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartRefused(String sentence) {
        super(sentence);
    }
}
