package cx.ecou.feedback.write.imports.mapping;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQuery;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads moments of one stated format. A day without a time is meant from its beginning. */
public final class Moments {

    /** ISO 8601: with or without time and offset; a space may stand for the T. */
    public static final String ISO = "ISO";

    /** What is recognised and offered; any other pattern of letters may be stated. */
    public static final List<String> KNOWN = List.of(
            ISO,
            "yyyy-MM-dd HH:mm:ss",
            "yyyy-MM-dd HH:mm",
            "dd.MM.yyyy HH:mm:ss",
            "dd.MM.yyyy HH:mm",
            "dd.MM.yyyy",
            "d.M.yyyy H:mm",
            "d.M.yyyy",
            "dd/MM/yyyy HH:mm:ss",
            "dd/MM/yyyy HH:mm",
            "dd/MM/yyyy",
            "MM/dd/yyyy HH:mm:ss",
            "MM/dd/yyyy HH:mm",
            "MM/dd/yyyy",
            "M/d/yyyy h:mm a",
            "dd-MM-yyyy HH:mm",
            "dd-MM-yyyy",
            "yyyy/MM/dd HH:mm:ss",
            "yyyy/MM/dd",
            "yyyyMMdd");

    private static final TemporalQuery<?>[] SHAPES = {OffsetDateTime::from, LocalDateTime::from, LocalDate::from};
    private static final DateTimeFormatter ISO_FORM = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .appendPattern("HH:mm")
            .optionalStart()
            .appendPattern(":ss")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd()
            .optionalEnd()
            .optionalStart()
            .appendPattern("[XXX][XX][X]")
            .optionalEnd()
            .optionalEnd()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private final DateTimeFormatter form;
    private final boolean iso;
    private final ZoneId zone;

    private Moments(DateTimeFormatter form, boolean iso, ZoneId zone) {
        this.form = form;
        this.iso = iso;
        this.zone = zone;
    }

    /**
     * Moments of a format.
     *
     * @param format {@link #ISO} or a pattern of {@link DateTimeFormatter}
     * @param zone in which a moment without an offset is meant
     * @throws IllegalArgumentException when the pattern cannot be read
     */
    public static Moments of(String format, ZoneId zone) {
        if (format.equals(ISO)) {
            return new Moments(ISO_FORM, true, zone);
        }
        var form = new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(format.replace('y', 'u'))
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
        return new Moments(form, false, zone);
    }

    /** The moment that a cell names; empty when it is not written in this format, or there is no such day. */
    public Optional<Instant> read(String cell) {
        try {
            String written = cell.strip();
            return Optional.of(instant(form.parseBest(
                    iso && written.length() > 10 && written.charAt(10) == ' '
                            ? written.substring(0, 10) + 'T' + written.substring(11)
                            : written,
                    SHAPES)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Instant instant(TemporalAccessor read) {
        if (read instanceof OffsetDateTime moment) {
            return moment.toInstant();
        }
        return read instanceof LocalDateTime moment
                ? moment.atZone(zone).toInstant()
                : LocalDate.from(read).atStartOfDay(zone).toInstant();
    }
}
