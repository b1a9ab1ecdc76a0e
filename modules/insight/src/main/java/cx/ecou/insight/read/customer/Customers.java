package cx.ecou.insight.read.customer;

import cx.ecou.eventstore.RareWords;
import cx.ecou.kernel.Metric;
import cx.ecou.kernel.Place;
import cx.ecou.kernel.Scale;
import cx.ecou.kernel.Score;
import cx.ecou.webshell.components.PageRows;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists customers, and finds one with all keys and cases. */
@Component
public class Customers {

    public static final String PROCESSING_GROUP = "insight.customers";

    /** Counting goes no further: more is "more than". */
    public static final int COUNTED = 10_000;

    private static final int STRETCH = 1_000;

    private static final String LISTED = """
            select * from %s newest join insight.customer using (customer_id) join insight.standing using (customer_id)
            """;

    /** Walks through all of them in the order of the list, or through those whose ids are known, and stops when a page is full. */
    private static final String NEWEST =
            "(select customer_id, last_seen_at from insight.last_seen%s order by last_seen_at desc, customer_id desc limit %d)";

    private final JdbcClient database;
    private final RareWords rareWords;

    Customers(JdbcClient database, RareWords rareWords) {
        this.database = database;
        this.rareWords = rareWords;
    }

    /** Those first of whom something was heard last. */
    public Page page(CustomerFilter filter, @Nullable Place after, int limit) {
        return page(filter, after, limit, COUNTED);
    }

    Page page(CustomerFilter filter, @Nullable Place after, int limit, int counted) {
        var asked = new CustomerConditions(filter);
        Optional<List<UUID>> found = rareWords.ids(asked.ids(), asked.values(), counted);
        List<String> conditions = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        if (found.isPresent()) {
            conditions.add("customer_id = any (?)");
            values.add(found.get().toArray(UUID[]::new));
        } else {
            conditions.addAll(asked.each());
            values.addAll(asked.values());
        }
        if (after != null) {
            conditions.add("(last_seen_at, customer_id) < (?, ?)");
            values.add(after.at().atOffset(ZoneOffset.UTC));
            values.add(after.id());
        }
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        var rows = PageRows.of(
                database.sql(LISTED.formatted(NEWEST.formatted(where, limit + 1))
                                + " order by last_seen_at desc, customer_id desc")
                        .params(values)
                        .query((row, number) -> customer(row))
                        .list(),
                limit);
        return new Page(
                rows.shown(),
                rows.goesOn(last -> new Place(last.lastSeenAt(), last.customerId())),
                found.map(List::size).orElse(counted + 1));
    }

    /**
     * Hands over every customer of a filter, in the order of the list. It is read a stretch at a time: a slow taker holds neither
     * all of it in memory nor a connection to the database.
     */
    public void forEach(CustomerFilter filter, Consumer<CustomerRow> taker) {
        Place after = null;
        do {
            Page stretch = page(filter, after, STRETCH);
            stretch.rows().forEach(taker);
            after = stretch.next();
        } while (after != null);
    }

    public Optional<CustomerRow> find(UUID customerId) {
        return database.sql(LISTED.formatted("insight.last_seen") + " where customer_id = ?")
                .param(customerId)
                .query((row, number) -> customer(row))
                .optional();
    }

    /** Whose a subject is now. The id of a customer is that of their first subject, so a former customer is found, too. */
    public Optional<UUID> whoseIs(UUID subjectId) {
        return database.sql("select customer_id from insight.subject where subject_id = ? and customer_id is not null")
                .param(subjectId)
                .query(UUID.class)
                .optional();
    }

    /** Whom a case is about; empty when nothing is known of them. */
    public Optional<UUID> whoseIsCase(UUID caseId) {
        return database.sql("""
                        select subject.customer_id from insight.customer_case held join insight.subject using (subject_id)
                         where case_id = ? and subject.customer_id is not null
                        """).param(caseId).query(UUID.class).optional();
    }

    /** Under which keys and addresses a customer is known, the newest description first. */
    public List<KnownAs> knownAs(UUID customerId) {
        return database.sql("""
                        select * from insight.subject where customer_id = ?
                         order by described_at desc nulls last, last_seen_at desc, subject_id
                        """)
                .param(customerId)
                .query((row, number) -> KnownAs.read(row))
                .list();
    }

    /** The cases on which there is work to do, the most pressing first. */
    public List<HeldCase> openCases(UUID customerId) {
        return database.sql("""
                        select held.* from insight.subject join insight.customer_case held using (subject_id)
                         where customer_id = ? and status in ('OPEN', 'ASSIGNED', 'CONTACTED')
                         order by status = 'CONTACTED', due_at, case_id
                        """)
                .param(customerId)
                .query((row, number) -> HeldCase.read(row))
                .list();
    }

    /** Whether feedback has led to a case, open or not. */
    public boolean ledToCase(UUID subjectId, UUID feedbackId) {
        return database.sql(
                        "select exists (select from insight.customer_case where subject_id = ? and feedback_id = ?)")
                .params(subjectId, feedbackId)
                .query(Boolean.class)
                .single();
    }

    /** The values by which most of the newest customers can be told apart: enough to choose from, cheap at any size. */
    public List<String> values(Facet facet) {
        return database.sql(facet.recentValues()).query(String.class).list();
    }

    private static CustomerRow customer(ResultSet row) throws SQLException {
        return new CustomerRow(
                row.getObject("customer_id", UUID.class),
                row.getString("name"),
                row.getString("email"),
                row.getString("account"),
                row.getString("language"),
                texts(row.getArray("sources")),
                row.getInt("subjects"),
                row.getInt("feedback"),
                row.getInt("open_cases"),
                instant(row, "next_due_at"),
                score(row),
                instant(row, "scored_at"),
                row.getObject("first_seen_at", OffsetDateTime.class).toInstant(),
                row.getObject("last_seen_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("erased"));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static @Nullable Score score(ResultSet row) throws SQLException {
        String metric = row.getString("metric");
        return metric == null
                ? null
                : new Score(Metric.valueOf(metric), row.getBigDecimal("value"), Scale.of(row.getString("scale")));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    /**
     * A part of the list.
     *
     * @param next where the following part begins; null when this is the last
     * @param count how many there are in all; one more than {@link #COUNTED} stands for more
     */
    public record Page(List<CustomerRow> rows, @Nullable Place next, int count) {}
}
