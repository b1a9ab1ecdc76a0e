package cx.ecou.webshell.problems;

/** What a request names does not exist, or not for this caller: 404. */
public final class NotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String what;

    /** @param what the kind of thing that was asked for, a word of the glossary: {@code case}, {@code feedback} */
    public NotFound(String what) {
        super("no such " + what);
        this.what = what;
    }

    public String what() {
        return what;
    }
}
