package cx.ecou.webshell.audit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a filter or a change, as {@code band=NEGATIVE from=2026-11-01 q=*}: of constants, ids, days and numbers
 * the value, of what somebody typed only that it was there. There is no way to hand in a text to be kept.
 */
public final class Codes {

    public static final Codes NONE = new Codes("");

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,39}");
    private static final int LONGEST = 1_000;

    private final String text;

    private Codes(String text) {
        this.text = text;
    }

    /** A value that is null leaves no trace, here and in the others. */
    public Codes with(String name, @Nullable Enum<?> constant) {
        return add(name, constant == null ? null : constant.name());
    }

    public Codes with(String name, @Nullable UUID id) {
        return add(name, id);
    }

    public Codes with(String name, @Nullable LocalDate day) {
        return add(name, day);
    }

    public Codes with(String name, @Nullable Boolean flag) {
        return add(name, flag);
    }

    public Codes with(String name, @Nullable BigDecimal number) {
        return add(name, number == null ? null : number.toPlainString());
    }

    public Codes with(String name, long number) {
        return add(name, number);
    }

    /** Several constants; none leave no trace. */
    public Codes with(String name, Collection<? extends Enum<?>> constants) {
        return add(
                name,
                constants.isEmpty()
                        ? null
                        : constants.stream().map(Enum::name).sorted().collect(Collectors.joining(",")));
    }

    /** That somebody wrote something there; what it was is forgotten. */
    public Codes typed(String name, @Nullable String words) {
        return add(name, words == null || words.isBlank() ? null : "*");
    }

    private Codes add(String name, @Nullable Object code) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("the name of a code: " + NAME);
        }
        String more = text + (text.isEmpty() ? "" : " ") + name + "=" + code;
        return code == null || more.length() > LONGEST ? this : new Codes(more);
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Codes codes && codes.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** As it is kept. */
    @Override
    public String toString() {
        return text;
    }
}
