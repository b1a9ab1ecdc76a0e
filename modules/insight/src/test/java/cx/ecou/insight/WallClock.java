package cx.ecou.insight;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock of the tests: it shows what it is set to, at first noon of 10 November 2026 in Warsaw. */
public final class WallClock extends Clock {

    public static final Instant START = Instant.parse("2026-11-10T11:00:00Z");

    private volatile Instant shown = START;

    public void set(Instant instant) {
        shown = instant;
    }

    @Override
    public Instant instant() {
        return shown;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(shown, zone);
    }
}
