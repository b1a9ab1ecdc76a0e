package cx.ecou.webshell.problems;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Reads a value from a text written in exactly one way. Jackson alone would also take a number of seconds for an
 * instant and a list of numbers for a day.
 */
final class WrittenAs<T> extends StdDeserializer<T> {

    private static final Pattern RFC_3339 = Pattern.compile("\\d{4}-\\d\\d-\\d\\d[Tt].*");

    private final Function<String, T> parse;

    private WrittenAs(Class<T> type, Function<String, T> parse) {
        super(type);
        this.parse = parse;
    }

    /** Instants as RFC 3339 with their offset, days as 2026-07-25. */
    static JacksonModule timesAsText() {
        return new SimpleModule("times as text")
                .addDeserializer(Instant.class, new WrittenAs<>(Instant.class, WrittenAs::instant))
                .addDeserializer(LocalDate.class, new WrittenAs<>(LocalDate.class, LocalDate::parse));
    }

    @Override
    @SuppressWarnings("unchecked")
    public T deserialize(JsonParser json, DeserializationContext context) {
        if (!json.hasToken(JsonToken.VALUE_STRING)) {
            return (T) context.handleUnexpectedToken(handledType(), json);
        }
        String text = json.getString();
        try {
            return parse.apply(text);
        } catch (DateTimeException e) {
            return (T) context.handleWeirdStringValue(handledType(), text, "not written as expected");
        }
    }

    private static Instant instant(String text) {
        if (!RFC_3339.matcher(text).matches()) {
            throw new DateTimeException("not RFC 3339");
        }
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
    }
}
