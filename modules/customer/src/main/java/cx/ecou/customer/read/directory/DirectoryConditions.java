package cx.ecou.customer.read.directory;

import cx.ecou.kernel.Place;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A filter as SQL: its conditions and the values they name, in the same order. */
final class DirectoryConditions {

    static final String WORDS = "to_tsvector('simple', words) @@ to_tsquery('simple', customer.folded(?))";

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    /** @param withWords who is found by the words of the filter, where that is known already */
    DirectoryConditions(DirectoryFilter filter, @Nullable List<UUID> withWords, @Nullable Place after) {
        String words = prefixes(filter.words());
        if (withWords != null) {
            add("customer_id = any (?)", withWords.toArray(UUID[]::new));
        } else if (!words.isEmpty()) {
            add(WORDS, words);
        }
        if (filter.account() != null) {
            add("account = ?", filter.account());
        }
        if (after != null) {
            add("(last_seen_at, customer_id) < (?, ?)", after.at().atOffset(ZoneOffset.UTC));
            values.add(after.id());
        }
    }

    /** All words, each as a beginning; quoted, so that nothing in them is an operator. */
    static String prefixes(@Nullable String words) {
        return words == null
                ? ""
                : Stream.of(words.strip().split("\\s+"))
                        .filter(word -> word.codePoints().anyMatch(Character::isLetterOrDigit))
                        .map(word -> "'" + word.replace("\\", "").replace("'", "''") + "':*")
                        .collect(Collectors.joining(" & "));
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
