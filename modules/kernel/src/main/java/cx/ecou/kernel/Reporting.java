package cx.ecou.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * How the company reports: in which time zone a day begins and ends.
 *
 * @param timeZone the reporting time zone, by default Europe/Warsaw
 */
public record Reporting(ZoneId timeZone) {

    /** The reporting day on which an instant falls. */
    public LocalDate dayOf(Instant instant) {
        return instant.atZone(timeZone).toLocalDate();
    }

    /** The first instant of a reporting day. */
    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(timeZone).toInstant();
    }
}
