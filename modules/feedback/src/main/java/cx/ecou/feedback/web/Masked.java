package cx.ecou.feedback.web;

import java.util.regex.Pattern;

/** Shows enough of a personal value to recognise it in one's own file, and not more. */
final class Masked {

    private static final Pattern EMAIL = Pattern.compile("([^\\s@])[^\\s@]*@([^\\s@,;]+)");
    private static final Pattern WORD = Pattern.compile("(\\S)\\S+");

    private Masked() {}

    /** {@code k***@example.org}, wherever an address stands in a text. */
    static String emails(String text) {
        return EMAIL.matcher(text).replaceAll("$1***@$2");
    }

    /** {@code K*** N***}. */
    static String name(String name) {
        return WORD.matcher(name).replaceAll("$1***");
    }
}
