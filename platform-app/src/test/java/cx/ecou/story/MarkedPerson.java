package cx.ecou.story;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Somebody of whom everything that can be said of a person has been said once, each with a mark that stands nowhere else: found, it
 * says through which input it came.
 */
final class MarkedPerson {

    /** Letters that no other letter looks like, and that no case or mark changes. */
    private static final String LETTERS = "hkqxz";

    private final String name;
    private final int number;
    private final Map<String, String> marks = new LinkedHashMap<>();

    /** @param number of the person, from 1 to 9 */
    MarkedPerson(String name, int number) {
        this.name = name;
        this.number = number;
    }

    String name() {
        return name;
    }

    /** A new mark for this input. */
    String mark(String input) {
        return marks.computeIfAbsent(input, first -> "zq" + letters(number) + "k" + letters(marks.size()) + "qz");
    }

    /** A new telephone number for this input: of numbers only the digits are kept. */
    String phone(String input) {
        return marks.computeIfAbsent(input, first -> "+4860%d77%04d".formatted(number, 1_000 + marks.size()));
    }

    private static String letters(int count) {
        var text = new StringBuilder();
        int left = count;
        for (int place = 0; place < 3; place++) {
            text.append(LETTERS.charAt(left % LETTERS.length()));
            left /= LETTERS.length();
        }
        return text.toString();
    }

    Collection<String> marks() {
        return marks.values();
    }

    /** The inputs whose marks stand in a text. */
    Collection<String> foundIn(String text) {
        String folded = text.toLowerCase(Locale.ROOT);
        return marks.entrySet().stream()
                .filter(mark -> folded.contains(mark.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
