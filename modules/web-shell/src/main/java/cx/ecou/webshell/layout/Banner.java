package cx.ecou.webshell.layout;

/**
 * A sentence that stands on top of every page as long as the bean exists, for instance that this is a demonstration.
 *
 * @param textKey key of the sentence
 */
public record Banner(String textKey) {}
