package cx.ecou.customer.read.directory;

import cx.ecou.eventstore.RareWords;
import cx.ecou.eventstore.Words;
import cx.ecou.kernel.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Asks who is known. */
@Component
public class Directory {

    public static final String PROCESSING_GROUP = "customer.directory";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<String>> LIST = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> MAP = new TypeReference<>() {};

    private static final String LISTED =
            "select directory.*, last_seen_at from customer.last_seen join customer.directory using (customer_id)";

    private final JdbcClient database;
    private final RareWords rareWords;

    Directory(JdbcClient database, RareWords rareWords) {
        this.database = database;
        this.rareWords = rareWords;
    }

    /**
     * Customers, those first who were seen last.
     *
     * @param filter whom to list
     * @param after the place after which to go on, from {@link Page#next}; null for the beginning
     * @param limit how many at most
     */
    public Page page(DirectoryFilter filter, @Nullable Place after, int limit) {
        List<UUID> withWords = withWords(filter);
        var conditions = new DirectoryConditions(filter, withWords, after);
        List<DirectoryRow> rows = database.sql(LISTED + conditions.where()
                        + " order by last_seen_at desc, customer_id desc limit " + (limit + 1))
                .params(conditions.values())
                .query((row, number) -> listed(row))
                .list();
        boolean more = rows.size() > limit;
        List<DirectoryRow> shown = more ? rows.subList(0, limit) : rows;
        return new Page(shown, more ? placeOf(shown.get(limit - 1)) : null);
    }

    /** Who is found by the words of a filter; null when it names none, or when these are many. */
    private @Nullable List<UUID> withWords(DirectoryFilter filter) {
        String words = Words.beginnings(filter.words());
        return words.isEmpty()
                ? null
                : rareWords
                        .ids(
                                "select customer_id from customer.directory where " + DirectoryConditions.WORDS,
                                List.of(words))
                        .orElse(null);
    }

    private static Place placeOf(DirectoryRow row) {
        return new Place(row.lastSeenAt(), row.customerId());
    }

    /** One customer in the list; empty when there is none with that id, or they have become a part of another one. */
    public Optional<DirectoryRow> find(UUID customerId) {
        return database.sql(LISTED + " where customer_id = ?")
                .param(customerId)
                .query((row, number) -> listed(row))
                .optional();
    }

    /** Whom a source knows by a key; empty when nobody was seen by it yet. */
    public Optional<UUID> find(String source, String ref) {
        return database.sql("""
                        select customer_id from customer.acquaintance
                         where source = ? and ref = ? and customer_id is not null""").param(source).param(ref).query(UUID.class).optional();
    }

    /** How all sources know a customer, the newest description first. */
    public List<Acquaintance> acquaintances(UUID customerId) {
        return database.sql("""
                        select * from customer.acquaintance where customer_id = ?
                         order by described_at desc nulls last, last_seen_at desc, subject_id""")
                .param(customerId)
                .query((row, number) -> acquaintance(row))
                .list();
    }

    private static DirectoryRow listed(ResultSet row) throws SQLException {
        return new DirectoryRow(
                row.getObject("customer_id", UUID.class),
                row.getString("name"),
                row.getString("email"),
                row.getString("account"),
                row.getString("language"),
                row.getInt("subjects"),
                instant(row, "first_seen_at"),
                instant(row, "last_seen_at"));
    }

    private static Acquaintance acquaintance(ResultSet row) throws SQLException {
        return new Acquaintance(
                row.getObject("subject_id", UUID.class),
                row.getString("source"),
                row.getString("ref"),
                row.getString("name"),
                JSON.readValue(row.getString("emails"), LIST),
                JSON.readValue(row.getString("phones"), LIST),
                JSON.readValue(row.getString("loyalty_cards"), LIST),
                row.getString("language"),
                row.getString("time_zone"),
                row.getString("account"),
                row.getString("role"),
                JSON.readValue(row.getString("attributes"), MAP),
                instant(row, "first_seen_at"),
                instant(row, "last_seen_at"),
                row.getObject("described_at") == null ? null : instant(row, "described_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /**
     * A part of the list.
     *
     * @param next where the following part begins; null when this is the last
     */
    public record Page(List<DirectoryRow> rows, @Nullable Place next) {}
}
