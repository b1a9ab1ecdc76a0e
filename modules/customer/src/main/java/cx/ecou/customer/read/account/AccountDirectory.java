package cx.ecou.customer.read.account;

import cx.ecou.customer.events.AccountDescribed;
import cx.ecou.eventstore.Words;
import cx.ecou.webshell.components.PageRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks which companies are known. One that no source has described is known as long as a customer is said to act for it.
 */
@Component
public class AccountDirectory {

    public static final String PROCESSING_GROUP = "customer.accounts";

    private static final TypeReference<Map<String, String>> MAP = new TypeReference<>() {};

    private static final String PEOPLE = """
            from customer.acquaintance as known
             where known.source = account.source and known.account = account.ref and known.customer_id is not null""";

    private static final String LISTED = "select account.*, (select count(distinct known.customer_id) " + PEOPLE
            + ") as people from customer.account where (described_at is not null or exists (select " + PEOPLE + "))";

    /** By their index first, however many there are: in the order of the list, rare words would be looked for row by row. */
    private static final String WITH_WORDS = """
            with found as materialized (select account_id from customer.account
              where to_tsvector('simple', words) @@ to_tsquery('simple', customer.folded(?)))
            """;

    private final JdbcClient database;

    AccountDirectory(JdbcClient database) {
        this.database = database;
    }

    /**
     * Companies in the order of their names.
     *
     * @param words beginnings of words in name and key, all of them; letters count without their marks
     * @param after the company after which to go on, from {@link #place}; null for the beginning
     * @param limit how many at most
     */
    public Page page(@Nullable String words, @Nullable UUID after, int limit) {
        String beginnings = Words.beginnings(words);
        List<Object> values = new ArrayList<>();
        String sql = LISTED;
        if (!beginnings.isEmpty()) {
            sql = WITH_WORDS + LISTED + " and account_id in (select account_id from found)";
            values.add(beginnings);
        }
        if (after != null) {
            sql +=
                    " and (sorted_by, account_id) > (select sorted_by, account_id from customer.account where account_id = ?)";
            values.add(after);
        }
        var rows = PageRows.of(
                database.sql(sql + " order by sorted_by, account_id limit " + (limit + 1))
                        .params(values)
                        .query((row, number) -> account(row))
                        .list(),
                limit);
        return new Page(rows.shown(), rows.goesOn(AccountRow::accountId));
    }

    /** Reads where a part of the list begins, as it was written; empty when it is none of ours. */
    public Optional<UUID> place(String cursor) {
        try {
            return database.sql("select account_id from customer.account where account_id = ?")
                    .param(UUID.fromString(cursor))
                    .query(UUID.class)
                    .optional();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** One company; empty when nobody has said anything of it. */
    public Optional<AccountRow> find(UUID accountId) {
        return database.sql(LISTED + " and account_id = ?")
                .param(accountId)
                .query((row, number) -> account(row))
                .optional();
    }

    /** The same by its key. */
    public Optional<AccountRow> find(String source, String ref) {
        return find(AccountDescribed.accountOf(source, ref));
    }

    private static AccountRow account(ResultSet row) throws SQLException {
        OffsetDateTime describedAt = row.getObject("described_at", OffsetDateTime.class);
        return new AccountRow(
                row.getObject("account_id", UUID.class),
                row.getString("source"),
                row.getString("ref"),
                row.getString("name"),
                JsonMapper.shared().readValue(row.getString("attributes"), MAP),
                describedAt == null ? null : describedAt.toInstant(),
                row.getInt("people"));
    }

    /**
     * A part of the list.
     *
     * @param next where the following part begins; null when this is the last
     */
    public record Page(List<AccountRow> rows, @Nullable UUID next) {}
}
