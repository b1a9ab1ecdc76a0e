package cx.ecou.customer.read.directory;

import cx.ecou.eventstore.Words;
import cx.ecou.kernel.Place;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A filter as SQL: its conditions and the values they name, in the same order. */
final class DirectoryConditions {

    /** By the index of words. */
    static final String WORDS = "to_tsvector('simple', words) @@ to_tsquery('simple', customer.folded(?))";

    /** One customer after the other, in the order of the list: where many have the words the next one is soon met. */
    private static final String EACH =
            "(select " + WORDS + " from customer.directory named where named.customer_id = last_seen.customer_id)";

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    /** @param withWords who is found by the words of the filter, where that is known already */
    DirectoryConditions(DirectoryFilter filter, @Nullable List<UUID> withWords, @Nullable Place after) {
        String words = Words.beginnings(filter.words());
        if (withWords != null) {
            add("customer_id = any (?)", withWords.toArray(UUID[]::new));
        } else if (!words.isEmpty()) {
            add(EACH, words);
        }
        if (filter.account() != null) {
            add("account = ?", filter.account());
        }
        if (after != null) {
            add("(last_seen_at, customer_id) < (?, ?)", after.at().atOffset(ZoneOffset.UTC));
            values.add(after.id());
        }
    }

    private void add(String condition, Object value) {
        conditions.add(condition);
        values.add(value);
    }

    String where() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    List<Object> values() {
        return values;
    }
}
