package cx.ecou.feedback.read.inbox;

import java.util.Locale;

/** A column by whose values the inbox can be narrowed. */
public enum Facet {
    CHANNEL,
    TOUCHPOINT,
    SOURCE,
    PRODUCT,
    REGION,
    SEGMENT;

    private static final int RECENT = 20_000;
    private static final int SHOWN = 50;

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The values that occur most among the newest feedback: enough to choose from, cheap at any size. */
    String recentValues() {
        return """
            select %1$s from (select %1$s from feedback.inbox order by occurred_at desc, feedback_id desc limit %2$d) newest
             where %1$s is not null group by %1$s order by count(*) desc, %1$s limit %3$d""".formatted(column(), RECENT, SHOWN);
    }
}
