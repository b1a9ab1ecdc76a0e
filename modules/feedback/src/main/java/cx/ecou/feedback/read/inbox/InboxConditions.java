package cx.ecou.feedback.read.inbox;

import cx.ecou.eventstore.Words;
import cx.ecou.kernel.Metric;
import cx.ecou.kernel.Place;
import cx.ecou.kernel.Reporting;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A filter as SQL: its conditions and the values they name, in the same order. */
final class InboxConditions {

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    InboxConditions(InboxFilter filter, Reporting reporting) {
        if (filter.from() != null) {
            add("occurred_at >= ?", utc(reporting.startOf(filter.from())));
        }
        if (filter.to() != null) {
            add("occurred_at < ?", utc(reporting.startOf(filter.to().plusDays(1))));
        }
        equal("kind", filter.kind() == null ? null : filter.kind().name());
        equal("channel", filter.channel());
        equal("touchpoint", filter.touchpoint());
        equal("source", filter.source());
        equal("product", filter.product());
        equal("region", filter.region());
        equal("segment", filter.segment());
        equal("customer_ref", filter.customerRef());
        scores(filter);
        words(filter.q());
    }

    /** Only what comes after a place, newest first. */
    void after(@Nullable Place place) {
        if (place != null) {
            conditions.add("(occurred_at, feedback_id) < (?, ?)");
            values.add(utc(place.at()));
            values.add(place.id());
        }
    }

    /** Only these, of which it is known that they match everything so far. */
    void among(List<UUID> ids) {
        conditions.clear();
        values.clear();
        add("feedback_id = any (?)", ids.toArray(UUID[]::new));
    }

    void recordedAfter(Instant moment) {
        add("recorded_at > ?", utc(moment));
    }

    String where() {
        return conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
    }

    List<Object> values() {
        return values;
    }

    private void scores(InboxFilter filter) {
        List<Metric> metrics = filter.metric() == null ? List.of(Metric.values()) : List.of(filter.metric());
        if (filter.metric() != null) {
            conditions.add(column(filter.metric()) + " is not null");
        }
        if (filter.band() != null) {
            short band = (short) (1 - filter.band().ordinal());
            any(metrics, metric -> column(metric) + "_band = " + band);
        }
        between(metrics, filter.minScore(), filter.maxScore());
    }

    private void between(List<Metric> metrics, @Nullable BigDecimal low, @Nullable BigDecimal high) {
        if (low != null || high != null) {
            any(metrics, metric -> {
                List<String> bounds = new ArrayList<>();
                bound(bounds, column(metric) + " >= ?", low);
                bound(bounds, column(metric) + " <= ?", high);
                return "(" + String.join(" and ", bounds) + ")";
            });
        }
    }

    private void bound(List<String> bounds, String condition, @Nullable BigDecimal value) {
        if (value != null) {
            bounds.add(condition);
            values.add(value);
        }
    }

    private void any(List<Metric> metrics, Function<Metric, String> condition) {
        conditions.add(metrics.stream().map(condition).collect(Collectors.joining(" or ", "(", ")")));
    }

    private void words(@Nullable String q) {
        if (q == null) {
            return;
        }
        add(
                "to_tsvector('simple', feedback.folded(comment)) @@ to_tsquery('simple', feedback.folded(?))",
                Words.beginnings(q));
        conditions.add("comment is not null");
    }

    private void equal(String column, @Nullable String value) {
        if (value != null) {
            add(column + " = ?", value);
        }
    }

    private void add(String condition, Object value) {
        conditions.add(condition);
        values.add(value);
    }

    private static String column(Metric metric) {
        return metric.name().toLowerCase(Locale.ROOT);
    }

    private static Object utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
