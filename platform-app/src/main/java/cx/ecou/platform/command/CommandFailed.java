package cx.ecou.platform.command;

/** A command cannot do what it was asked for. The message is one sentence that says what to do. */
final class CommandFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CommandFailed(String sentence) {
        super(sentence);
    }
}
