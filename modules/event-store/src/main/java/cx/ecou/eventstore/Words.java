package cx.ecou.eventstore;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What somebody typed, as a question to PostgreSQL's index of words. */
public final class Words {

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private Words() {}

    /**
     * All words of a text, each by its beginning: {@code ana:* & exam:*} for {@code ana@exam}. Whatever is neither letter nor
     * number stands between words, so nothing in it is an operator.
     *
     * @return for {@code to_tsquery}; empty when there is no word
     */
    public static String beginnings(@Nullable String typed) {
        return typed == null
                ? ""
                : Arrays.stream(BETWEEN.split(typed))
                        .filter(word -> !word.isEmpty())
                        .map(word -> word + ":*")
                        .collect(Collectors.joining(" & "));
    }
}
