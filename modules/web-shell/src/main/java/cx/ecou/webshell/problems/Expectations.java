package cx.ecou.webshell.problems;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what a field or parameter of a type looks like, with an example where one helps. */
final class Expectations {

    private static final String ELSE = "This is written in another way.";
    private static final Set<Class<?>> WHOLE = Set.of(
            int.class,
            Integer.class,
            long.class,
            Long.class,
            short.class,
            Short.class,
            byte.class,
            Byte.class,
            BigInteger.class);
    private static final Set<Class<?>> FRACTIONS =
            Set.of(double.class, Double.class, float.class, Float.class, BigDecimal.class, Number.class);
    private static final Map<Class<?>, String> WORDS = Map.of(
            String.class, "A text is expected.",
            CharSequence.class, "A text is expected.",
            boolean.class, "true or false is expected.",
            Boolean.class, "true or false is expected.",
            Instant.class, "An instant is expected, for instance 2026-07-25T21:37:22Z.",
            LocalDate.class, "A day is expected, for instance 2026-07-25.",
            YearMonth.class, "A month is expected, for instance 2026-07.",
            UUID.class, "An id is expected, for instance 018f2f6e-6c1a-7c3e-9d4b-2b6a5f0e8c11.");

    private Expectations() {}

    static String of(@Nullable Class<?> type) {
        if (type == null) {
            return ELSE;
        }
        if (type.isEnum()) {
            return oneOf(type);
        }
        if (WHOLE.contains(type)) {
            return "A whole number is expected.";
        }
        if (FRACTIONS.contains(type)) {
            return "A number is expected.";
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return "A list is expected.";
        }
        if (type.isRecord() || Map.class.isAssignableFrom(type)) {
            return "An object is expected.";
        }
        return WORDS.getOrDefault(type, ELSE);
    }

    static String oneOf(Class<?> enumeration) {
        return Arrays.stream(enumeration.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .collect(Collectors.joining(", ", "One of these is expected: ", "."));
    }
}
