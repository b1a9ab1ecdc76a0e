package cx.ecou.insight.read.customer;

import cx.ecou.eventstore.Words;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A filter as SQL: what it asks of who customers are, and of how they stand. */
final class CustomerConditions {

    private final List<String> ofCustomer = new ArrayList<>();
    private final List<Object> valuesOfCustomer = new ArrayList<>();
    private final List<String> ofStanding = new ArrayList<>();
    private final List<Object> valuesOfStanding = new ArrayList<>();

    CustomerConditions(CustomerFilter filter) {
        String words = Words.beginnings(filter.words());
        add("to_tsvector('simple', words) @@ to_tsquery('simple', insight.folded(?))", words.isEmpty() ? null : words);
        add("account = ?", filter.account());
        add("language = ?", filter.language());
        add("sources @> array[?::text]", filter.source());
        if (filter.band() != null) {
            ofStanding.add("band = ?");
            valuesOfStanding.add(Bands.stored(filter.band()));
        }
        if (filter.withOpenCase()) {
            ofStanding.add("open_cases > 0");
        }
    }

    private void add(String condition, @Nullable Object value) {
        if (value != null) {
            ofCustomer.add(condition);
            valuesOfCustomer.add(value);
        }
    }

    /** The ids of all of them, by the indexes of what is asked. */
    String ids() {
        List<String> conditions = new ArrayList<>(ofCustomer);
        conditions.addAll(ofStanding);
        return "select customer_id from " + tables()
                + (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions));
    }

    private String tables() {
        if (ofCustomer.isEmpty()) {
            return ofStanding.isEmpty() ? "insight.last_seen" : "insight.standing";
        }
        return "insight.customer" + (ofStanding.isEmpty() ? "" : " join insight.standing using (customer_id)");
    }

    /** The same of one customer after the other of {@code last_seen}: where many are meant, the next of them is soon met. */
    List<String> each() {
        List<String> conditions = new ArrayList<>();
        ask(conditions, "insight.customer", ofCustomer);
        ask(conditions, "insight.standing", ofStanding);
        return conditions;
    }

    private static void ask(List<String> conditions, String table, List<String> asked) {
        if (!asked.isEmpty()) {
            conditions.add("(select " + String.join(" and ", asked) + " from " + table
                    + " one where one.customer_id = last_seen.customer_id)");
        }
    }

    List<Object> values() {
        List<Object> values = new ArrayList<>(valuesOfCustomer);
        values.addAll(valuesOfStanding);
        return values;
    }
}
