package cx.ecou.webshell.texts;

/**
 * The texts of one module. Each module declares one bean; all of them together answer {@code #{key}} on a page.
 *
 * @param path of its files on the class path without language and ending: {@code texts/feedback/messages} for
 *     {@code texts/feedback/messages_pl.properties}; UTF-8, ICU message format
 */
public record TextBundle(String path) {}
