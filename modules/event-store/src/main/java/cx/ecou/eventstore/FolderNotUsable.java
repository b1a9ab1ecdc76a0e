package cx.ecou.eventstore;

/** Ecou's folder cannot be used; the message is one sentence that says what to do. */
public final class FolderNotUsable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public FolderNotUsable(String message) {
        super(message);
    }
}
