package cx.ecou.webshell.nextstep;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing to do, as the page shows it.
 *
 * @param urgency the smaller, the sooner: 10 what is late, 20 what waits for us, 30 what should be looked at, 40 what is missing
 * @param icon name of a symbol in {@code icons.svg}
 * @param textKey of the sentence that says it
 * @param values of the sentence
 * @param href where it is done; null when it can only be known
 */
public record NextStep(
        int urgency,
        String icon,
        String textKey,
        List<Object> values,
        @Nullable String href) {

    public static final int LATE = 10;
    public static final int WAITING = 20;
    public static final int TO_LOOK_AT = 30;
    public static final int MISSING = 40;

    public NextStep {
        values = List.copyOf(values);
    }
}
