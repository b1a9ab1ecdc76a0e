package cx.ecou.eventstore.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts what the event table holds, by the shape in which it is stored. */
public final class EventCounts {

    private static final String COUNT = """
            select payload_type, payload_revision, min(global_index), count(*), bit_xor(%s) from event_store.domain_event
             where global_index > ? and global_index <= ? group by payload_type, payload_revision""".formatted(Tally.LOWER_HALF);

    private final JdbcClient database;

    public EventCounts(JdbcClient database) {
        this.database = database;
    }

    /** A shape in which events are stored. */
    public record Shape(String name, @Nullable String revision) {}

    /**
     * What there is of one shape.
     *
     * @param example the position of one such event
     */
    public record Counted(Shape shape, long example, Tally tally) {}

    /** What lies above one position, up to another. */
    public List<Counted> between(long after, long upTo) {
        return database.sql(COUNT)
                .params(after, upTo)
                .query((row, number) -> new Counted(
                        new Shape(row.getString(1), row.getString(2)),
                        row.getLong(3),
                        new Tally(row.getLong(4), row.getLong(5))))
                .list();
    }
}
