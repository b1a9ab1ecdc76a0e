package cx.ecou.webshell.components;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a page shows, of a list that may go on behind them.
 *
 * @param more whether it goes on
 */
public record PageRows<T>(List<T> shown, boolean more) {

    /** @param found at least one more than fits, when there is one more */
    public static <T> PageRows<T> of(List<T> found, int most) {
        return new PageRows<>(found.subList(0, Math.min(most, found.size())), found.size() > most);
    }

    /** What the last row says of itself when there are rows behind it: from there the next page goes on. */
    public <R> @Nullable R goesOn(Function<T, R> from) {
        return more ? from.apply(shown.get(shown.size() - 1)) : null;
    }
}
