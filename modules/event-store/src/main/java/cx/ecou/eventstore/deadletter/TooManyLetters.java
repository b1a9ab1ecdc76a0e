package cx.ecou.eventstore.deadletter;

/** So much is put aside that something larger is wrong: the processor stands still rather than put aside more. */
public final class TooManyLetters extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooManyLetters(String processor, String of) {
        super(processor + " has put aside as many events as it may" + of);
    }
}
