package cx.ecou.webshell.components;

/**
 * One entry of a select box.
 *
 * @param value as the form sends it
 * @param text its name, in the reader's language
 */
public record Option(String value, String text) {}
