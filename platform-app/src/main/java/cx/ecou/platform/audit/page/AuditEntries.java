package cx.ecou.platform.audit.page;

import cx.ecou.platform.audit.chain.Entry;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds entries of the audit log, newest first. */
@Component
class AuditEntries {

    private static final int STRETCH = 1_000;

    /** Jumps from one value to the next along an index: there are few, and perhaps millions of entries. */
    private static final String DISTINCT = """
            with recursive found (word) as (
              (select %1$s from audit.entry order by %1$s limit 1)
              union all
              select (select %1$s from audit.entry where %1$s > found.word order by %1$s limit 1)
                from found where found.word is not null)
            select word from found where word is not null""";

    private final JdbcClient jdbc;

    AuditEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param before the entry behind which to go on; null for the newest */
    List<Entry> find(AuditSearch search, @Nullable Long before, int limit) {
        List<String> conditions = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        add(conditions, values, "actor_id = ?", search.actorId());
        add(
                conditions,
                values,
                "actor_kind = ?",
                search.actorKind() == null ? null : search.actorKind().name());
        add(conditions, values, "action = ?", search.action());
        add(conditions, values, "object_kind = ?", search.kind());
        add(conditions, values, "object_id = ?", search.objectId());
        add(conditions, values, "at >= ?", timestamp(search.from()));
        add(conditions, values, "at < ?", timestamp(search.until()));
        add(conditions, values, "(at, entry_id) < (select at, entry_id from audit.entry where entry_id = ?)", before);
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        return jdbc.sql("select " + Entry.COLUMNS + " from audit.entry" + where
                        + " order by at desc, entry_id desc limit " + limit)
                .params(values)
                .query((row, n) -> Entry.read(row))
                .list();
    }

    /** Hands over everything that matches, a stretch at a time: a slow taker holds no connection. */
    void forEach(AuditSearch search, Consumer<Entry> taker) {
        List<Entry> stretch = find(search, null, STRETCH);
        while (!stretch.isEmpty()) {
            stretch.forEach(taker);
            stretch = find(search, stretch.get(stretch.size() - 1).id(), STRETCH);
        }
    }

    /** All actions that have ever been recorded. */
    List<String> actions() {
        return jdbc.sql(DISTINCT.formatted("action")).query(String.class).list();
    }

    /** All kinds of things to which something was done. */
    List<String> kinds() {
        return jdbc.sql(DISTINCT.formatted("object_kind")).query(String.class).list();
    }

    private static void add(List<String> conditions, List<Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            values.add(value);
        }
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant moment) {
        return moment == null ? null : Timestamp.from(moment);
    }
}
