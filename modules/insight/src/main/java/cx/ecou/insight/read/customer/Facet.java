package cx.ecou.insight.read.customer;

import java.util.Locale;

/** A column by whose values the list can be narrowed. */
public enum Facet {
    SOURCE("unnest(sources)"),
    LANGUAGE("language"),
    ACCOUNT("account");

    private static final int RECENT = 10_000;
    private static final int SHOWN = 50;

    private final String values;

    Facet(String values) {
        this.values = values;
    }

    /** As in the address of the list. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Those that occur most among the newest customers. */
    String recentValues() {
        return """
            select value from (
                select %s as value from (select customer_id from insight.last_seen order by last_seen_at desc, customer_id desc limit %d) newest
                  join insight.customer using (customer_id))
              chosen where value is not null group by value order by count(*) desc, value limit %d""".formatted(values, RECENT, SHOWN);
    }
}
