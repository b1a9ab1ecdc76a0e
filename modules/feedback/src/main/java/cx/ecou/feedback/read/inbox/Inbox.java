package cx.ecou.feedback.read.inbox;

import cx.ecou.eventstore.RareWords;
import cx.ecou.kernel.Place;
import cx.ecou.kernel.Reporting;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks the inbox. */
@Component
public class Inbox {

    /** Counting stops here: nobody reads further, and the number would cost more than it says. */
    public static final int COUNT_LIMIT = 10_000;

    /** And here, for what is new since a page was opened. */
    public static final int NEW_LIMIT = 1_000;

    private static final int STRETCH = 1_000;

    private final JdbcClient database;
    private final RareWords rareWords;
    private final Reporting reporting;

    Inbox(JdbcClient database, RareWords rareWords, Reporting reporting) {
        this.database = database;
        this.rareWords = rareWords;
        this.reporting = reporting;
    }

    /**
     * Feedback, newest first by when it occurred.
     *
     * @param after the place after which to go on, from {@link Page#next}; null for the beginning
     * @param limit how many at most
     */
    public Page page(InboxFilter filter, @Nullable Place after, int limit) {
        var conditions = new InboxConditions(filter, reporting);
        conditions.after(after);
        among(filter, conditions);
        List<FeedbackRow> rows = database.sql("select * from feedback.inbox " + conditions.where()
                        + " order by occurred_at desc, feedback_id desc limit " + (limit + 1))
                .params(conditions.values())
                .query(new FeedbackRows())
                .list();
        boolean more = rows.size() > limit;
        List<FeedbackRow> shown = more ? rows.subList(0, limit) : rows;
        return new Page(shown, more ? placeOf(shown.get(limit - 1)) : null);
    }

    private void among(InboxFilter filter, InboxConditions conditions) {
        if (filter.q() != null) {
            rareWords
                    .ids("select feedback_id from feedback.inbox " + conditions.where(), conditions.values())
                    .ifPresent(conditions::among);
        }
    }

    private static Place placeOf(FeedbackRow row) {
        return new Place(row.occurredAt(), row.feedbackId());
    }

    /**
     * Hands over everything that matches, newest first. It is read a stretch at a time: a slow taker holds neither all of
     * it in memory nor a connection to the database.
     */
    public void forEach(InboxFilter filter, Consumer<FeedbackRow> taker) {
        Place after = null;
        do {
            Page stretch = page(filter, after, STRETCH);
            stretch.rows().forEach(taker);
            after = stretch.next();
        } while (after != null);
    }

    /** How much feedback matches, counted up to {@link #COUNT_LIMIT}. */
    public int count(InboxFilter filter) {
        var conditions = new InboxConditions(filter, reporting);
        among(filter, conditions);
        return count(conditions, COUNT_LIMIT);
    }

    /** How much matching feedback has been recorded after that moment, counted up to {@link #NEW_LIMIT}. */
    public int countRecordedAfter(InboxFilter filter, Instant moment) {
        var conditions = new InboxConditions(filter, reporting);
        conditions.recordedAfter(moment);
        among(filter, conditions);
        return count(conditions, NEW_LIMIT);
    }

    private int count(InboxConditions conditions, int limit) {
        return database.sql("select count(*) from (select 1 from feedback.inbox " + conditions.where() + " limit "
                        + limit + ") counted")
                .params(conditions.values())
                .query(Integer.class)
                .single();
    }

    /** When the feedback that the inbox learned of last was recorded; long ago while there is none. */
    public Instant lastRecorded() {
        return database.sql("select coalesce(max(recorded_at), to_timestamp(0)) from feedback.inbox")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    public Optional<FeedbackRow> find(UUID feedbackId) {
        return database.sql("select * from feedback.inbox where feedback_id = ?")
                .param(feedbackId)
                .query(new FeedbackRows())
                .optional();
    }

    /** The newest other feedback of the same customer; empty for an anonymous one. */
    public List<FeedbackRow> ofCustomer(FeedbackRow row) {
        return database.sql("""
                        select * from feedback.inbox where customer_ref = ? and feedback_id <> ?
                         order by occurred_at desc limit 5""")
                .params(Objects.requireNonNullElse(row.customerRef(), ""), row.feedbackId())
                .query(new FeedbackRows())
                .list();
    }

    /** The most frequent values of a column, for choosing from: kind, channel, touchpoint, source, product … */
    public List<String> values(Facet facet) {
        return database.sql(facet.recentValues()).query(String.class).list();
    }

    /**
     * One page of the inbox.
     *
     * @param next where the next page goes on, null on the last
     */
    public record Page(List<FeedbackRow> rows, @Nullable Place next) {}
}
