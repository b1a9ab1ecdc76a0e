package cx.ecou.webshell.texts;

import java.util.Locale;

/**
 * What becomes of a key that has no text. In production a page keeps standing and the log names the key; in tests the
 * page fails.
 */
@FunctionalInterface
public interface MissingText {

    /** What is shown instead; or an exception that names the key. */
    String instead(String key, Locale locale);
}
