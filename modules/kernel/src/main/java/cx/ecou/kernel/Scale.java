package cx.ecou.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The scale a question offers, both ends included, written {@code 1-5}.
 *
 * @param low the worst answer, 0 or more
 * @param high the best answer, at most 100
 */
public record Scale(int low, int high) {

    public static final Scale NPS = new Scale(0, 10);

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,3})-(\\d{1,3})");

    public Scale {
        if (low < 0 || high <= low || high > 100) {
            throw new IllegalArgumentException(
                    "a scale runs from a lower to a higher whole number within 0 to 100, for instance 1-5");
        }
    }

    /** @throws IllegalArgumentException when the text is not of the form {@code 1-5} */
    @JsonCreator
    public static Scale of(String written) {
        var match = WRITTEN.matcher(written);
        if (!match.matches()) {
            throw new IllegalArgumentException("a scale is written as two whole numbers, for instance 1-5");
        }
        return new Scale(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)));
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
