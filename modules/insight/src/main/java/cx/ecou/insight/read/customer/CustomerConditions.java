package cx.ecou.insight.read.customer;

import static java.time.ZoneOffset.UTC;

import cx.ecou.eventstore.Words;
import cx.ecou.kernel.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A filter as SQL. */
final class CustomerConditions {

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    CustomerConditions(CustomerFilter filter) {
        String words = Words.beginnings(filter.words());
        add("to_tsvector('simple', words) @@ to_tsquery('simple', insight.folded(?))", words.isEmpty() ? null : words);
        add("account = ?", filter.account());
        add("language = ?", filter.language());
        add("sources @> array[?::text]", filter.source());
        add("band = ?", filter.band() == null ? null : Bands.stored(filter.band()));
        if (filter.withOpenCase()) {
            conditions.add("open_cases > 0");
        }
    }

    private void add(String condition, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            values.add(value);
        }
    }

    String where() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    /** Those of them who come after a place in the list; to be asked before {@link #values}. */
    String behind(@Nullable Place after) {
        if (after == null) {
            return "";
        }
        values.add(after.at().atOffset(UTC));
        values.add(after.id());
        return " where (last_seen_at, customer_id) < (?, ?)";
    }

    List<Object> values() {
        return values;
    }
}
