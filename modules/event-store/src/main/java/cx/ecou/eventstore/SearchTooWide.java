package cx.ecou.eventstore;

/** A search through the events was given up because it took too long: it must be narrowed. */
public final class SearchTooWide extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SearchTooWide(Throwable cause) {
        super("a search through the events was given up", cause);
    }
}
