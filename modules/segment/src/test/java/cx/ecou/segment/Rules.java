package cx.ecou.segment;

import cx.ecou.feedback.events.FeedbackKind;
import cx.ecou.kernel.Band;
import cx.ecou.kernel.Metric;
import cx.ecou.segment.events.Moment;
import cx.ecou.segment.events.Operator;
import cx.ecou.segment.events.Pick;
import cx.ecou.segment.events.ProfileField;
import cx.ecou.segment.events.Rule;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rules of which tests speak by name. */
public final class Rules {

    private Rules() {}

    /** NPS of 6 or less in the last 90 days, and at least two complaints. */
    public static Rule unhappyAndComplaining() {
        return all(
                nps(Pick.LATEST, Operator.AT_MOST, "6", 90), count(Operator.AT_LEAST, 2, FeedbackKind.COMPLAINT, null));
    }

    public static Rule all(Rule... rules) {
        return new Rule.Group(Rule.Match.ALL, List.of(rules));
    }

    public static Rule any(Rule... rules) {
        return new Rule.Group(Rule.Match.ANY, List.of(rules));
    }

    public static Rule none(Rule... rules) {
        return new Rule.Group(Rule.Match.NONE, List.of(rules));
    }

    public static Rule profile(ProfileField field, Operator operator, String... values) {
        return new Rule.Profile(field, operator, List.of(values));
    }

    public static Rule attribute(String name, Operator operator, String... values) {
        return new Rule.Attribute(name, operator, List.of(values), null);
    }

    public static Rule number(String name, Operator operator, String number) {
        return new Rule.Attribute(name, operator, List.of(), new BigDecimal(number));
    }

    public static Rule nps(Pick pick, Operator operator, String number, @Nullable Integer days) {
        return new Rule.Scored(Metric.NPS, pick, operator, new BigDecimal(number), null, null, days);
    }

    public static Rule band(Metric metric, Pick pick, Band band) {
        return new Rule.Scored(metric, pick, Operator.IS, null, null, band, null);
    }

    public static Rule count(Operator operator, int number, @Nullable FeedbackKind kind, @Nullable Integer days) {
        return new Rule.Counted(operator, number, kind, null, null, days);
    }

    public static Rule happened(Moment moment, Operator operator, int days) {
        return new Rule.Happened(moment, operator, days);
    }
}
