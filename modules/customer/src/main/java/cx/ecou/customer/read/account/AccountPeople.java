package cx.ecou.customer.read.account;

import cx.ecou.kernel.Place;
import cx.ecou.webshell.components.PageRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Asks who acts for a company. It is read from what the sources say of customers today, so it follows their merges, and who has
 * left the company or was erased is no more among its people.
 */
@Component
public class AccountPeople {

    /** Of a customer whom the source knows twice the newest word counts. */
    private static final String PEOPLE = """
            select customer_id, name, email, person.role, last_seen_at
              from (select customer_id,
                      (array_agg(role order by described_at desc, subject_id) filter (where role is not null))[1] as role
                      from customer.acquaintance
                     where source = :source and account = :ref and customer_id is not null group by customer_id) as person
              join customer.directory using (customer_id)
              join customer.last_seen using (customer_id)
            """;

    private final JdbcClient database;

    AccountPeople(JdbcClient database) {
        this.database = database;
    }

    /**
     * The people of a company, those first who were seen last.
     *
     * @param after the place after which to go on, from {@link Page#next}; null for the beginning
     * @param limit how many at most
     */
    public Page page(AccountRow account, @Nullable Place after, int limit) {
        var question = database.sql(PEOPLE
                        + (after == null ? "" : " where (last_seen_at, customer_id) < (:at, :id)")
                        + " order by last_seen_at desc, customer_id desc limit " + (limit + 1))
                .param("source", account.source())
                .param("ref", account.ref());
        if (after != null) {
            question = question.param("at", after.at().atOffset(ZoneOffset.UTC)).param("id", after.id());
        }
        var rows = PageRows.of(question.query((row, number) -> person(row)).list(), limit);
        return new Page(rows.shown(), rows.goesOn(last -> new Place(last.lastSeenAt(), last.customerId())));
    }

    private static AccountPerson person(ResultSet row) throws SQLException {
        return new AccountPerson(
                row.getObject("customer_id", UUID.class),
                row.getString("name"),
                row.getString("email"),
                row.getString("role"),
                row.getObject("last_seen_at", OffsetDateTime.class).toInstant());
    }

    /**
     * A part of the list.
     *
     * @param next where the following part begins; null when this is the last
     */
    public record Page(List<AccountPerson> people, @Nullable Place next) {}
}
