package cx.ecou.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The scale a question offers, both ends included, written {@code 1-5}.
 *
 * @param low the worst answer, 0 or more
 * @param high the best answer, at most 100
 */
public record Scale(int low, int high) {

    public static final Scale NPS = new Scale(0, 10);

    private static final int MOST_DIGITS = 3;

    public Scale {
        if (low < 0 || high <= low || high > 100) {
            throw new IllegalArgumentException(
                    "a scale runs from a lower to a higher whole number within 0 to 100, for instance 1-5");
        }
    }

    /** @throws IllegalArgumentException when the text is not of the form {@code 1-5} */
    @JsonCreator
    public static Scale of(String written) {
        int dash = written.indexOf('-');
        return new Scale(number(written, 0, dash), number(written, dash + 1, written.length()));
    }

    private static int number(String written, int from, int to) {
        boolean whole = from < to && to - from <= MOST_DIGITS;
        int number = 0;
        for (int i = from; whole && i < to; i++) {
            int digit = written.charAt(i) - '0';
            whole = digit >= 0 && digit <= 9;
            number = 10 * number + digit;
        }
        if (!whole) {
            throw new IllegalArgumentException("a scale is written as two whole numbers, for instance 1-5");
        }
        return number;
    }

    /** How many whole answers the scale offers. */
    public int size() {
        return high - low + 1;
    }

    @Override
    @JsonValue
    public String toString() {
        return low + "-" + high;
    }
}
