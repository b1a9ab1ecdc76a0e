package cx.ecou.eventstore.privacy;

import cx.ecou.eventstore.ModelTable;
import cx.ecou.eventstore.Shadow;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Where a table holds in the clear what is personal in events: declared as a bean beside the table, so that whoever erases knows
 * of every such place. Scrubbed, a row says what it would say if it were made from events whose keys are destroyed: so a
 * read model that is rebuilt is the same.
 *
 * @param processingGroup whose projection scrubs it when it meets an erasure; null for a table that is no read model and is
 *     scrubbed in the transaction that erases
 * @param person the column that names the person; there is an index on it
 * @param empty what the personal columns hold when nothing is said, as SQL
 */
public record ClearText(@Nullable String processingGroup, ModelTable table, String person, Map<String, String> empty) {

    private static final String NOTHING = "null";

    /** So far the clocks of two nodes may be apart. */
    private static final Duration CLOCKS = Duration.ofMinutes(10);

    public ClearText {
        empty = Map.copyOf(empty);
    }

    /** Of a read model with the person in {@code subject_id}; nothing said is null in these columns. */
    public static ClearText of(String processingGroup, ModelTable table, String... columns) {
        return new ClearText(processingGroup, table, "subject_id", nothingIn(columns));
    }

    /** The same of a table that is no read model. */
    public static ClearText apart(ModelTable table, String... columns) {
        return new ClearText(null, table, "subject_id", nothingIn(columns));
    }

    private static Map<String, String> nothingIn(String... columns) {
        return Arrays.stream(columns).collect(Collectors.toMap(column -> column, column -> NOTHING));
    }

    /** And further columns that are never null. */
    public ClearText and(String sql, String... columns) {
        Map<String, String> all = new LinkedHashMap<>(empty);
        Arrays.stream(columns).forEach(column -> all.put(column, sql));
        return new ClearText(processingGroup, table, person, all);
    }

    /**
     * Takes out what is said of persons, in the transaction of this thread; in a rebuild, out of the copy.
     *
     * @param erasedAt from then on events are read without it: a rebuild that began later has nothing to take out
     * @return from how many rows
     */
    public int scrub(JdbcTemplate jdbc, Collection<UUID> persons, Instant erasedAt) {
        Shadow shadow = Shadow.beingWritten();
        return shadow != null && shadow.begunAt().minus(CLOCKS).isAfter(erasedAt) ? 0 : scrub(jdbc, persons);
    }

    private int scrub(JdbcTemplate jdbc, Collection<UUID> persons) {
        String emptied = empty.entrySet().stream()
                .map(column -> column.getKey() + " = " + column.getValue())
                .collect(Collectors.joining(", "));
        return jdbc.update(
                "update " + table.target() + " set " + emptied + " where " + person + " = any (?) and (" + says() + ")",
                (Object) persons.toArray(UUID[]::new));
    }

    /** How much there is of persons, in what is read. */
    public Held held(JdbcTemplate jdbc, Collection<UUID> persons) {
        return jdbc.query(
                        "select count(*), count(*) filter (where " + says() + ") from " + table.live() + " where "
                                + person + " = any (?)",
                        (row, n) -> new Held(row.getLong(1), row.getLong(2)),
                        (Object) persons.toArray(UUID[]::new))
                .get(0);
    }

    private String says() {
        return empty.entrySet().stream()
                .map(column -> column.getKey() + " is distinct from " + column.getValue())
                .sorted()
                .collect(Collectors.joining(" or "));
    }

    /**
     * What a table holds of persons.
     *
     * @param rows that are about them
     * @param legible those of them that still say something personal
     */
    public record Held(long rows, long legible) {}
}
