package cx.ecou.webshell.components;

/**
 * One step of a way that has an order: a case's life, an import.
 *
 * @param text its name, in the reader's language
 * @param state where the reader's thing stands with it
 */
public record Step(String text, State state) {

    /** Behind, here, or ahead. */
    public enum State {
        DONE,
        NOW,
        AHEAD
    }
}
