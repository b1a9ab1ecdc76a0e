package cx.ecou.customer.write.consent;

import cx.ecou.customer.events.Channel;
import cx.ecou.customer.events.Purpose;
import cx.ecou.customer.events.StatementSource;
import java.time.Instant;
import java.time.LocalDate;

/** What customers say in tests. */
public final class Saying {

    public static final Topic SURVEYS = new Topic(Purpose.SURVEY, Channel.EMAIL);
    public static final Topic OFFERS = new Topic(Purpose.MARKETING, Channel.SMS);
    public static final Instant MONDAY = Instant.parse("2026-07-20T10:00:00Z");
    public static final Instant TUESDAY = Instant.parse("2026-07-21T10:00:00Z");
    public static final Instant WEDNESDAY = Instant.parse("2026-07-22T10:00:00Z");

    private Saying() {}

    public static ConsentStatement yes(Topic topic, Instant at) {
        return new ConsentStatement(topic, true, "2026-03", StatementSource.FORM, at);
    }

    public static ConsentStatement no(Topic topic, Instant at) {
        return new ConsentStatement(topic, false, null, StatementSource.SERVICE_DESK, at);
    }

    public static PreferenceStatement wants(Preferences preferences, Instant at) {
        return new PreferenceStatement(preferences, StatementSource.FORM, at);
    }

    public static PreferenceStatement limited(MessageLimit limit) {
        return wants(atMost(limit), MONDAY);
    }

    public static Preferences nothing() {
        return new Preferences(true, null, null, null);
    }

    static Preferences pausedUntil(LocalDate day) {
        return new Preferences(false, day, null, null);
    }

    static Preferences atMost(MessageLimit limit) {
        return new Preferences(false, null, limit, null);
    }

    static Preferences rather(Channel channel) {
        return new Preferences(false, null, null, channel);
    }
}
