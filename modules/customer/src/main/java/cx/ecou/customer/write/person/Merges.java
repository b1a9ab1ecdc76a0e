package cx.ecou.customer.write.person;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The merges that stand, and what would come apart without them. */
@Component
public class Merges {

    private final JdbcClient jdbc;

    Merges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The decisions by which others have become a part of a customer, the newest first. */
    public List<UUID> of(UUID customerId) {
        return jdbc.sql("""
                        select merge_id from customer.customer
                         where customer_id in (select customer.parts_of(?)) and customer_id <> ? order by merge_id desc
                        """).params(customerId, customerId).query(UUID.class).list();
    }

    /** The subjects that would be somebody else's again if a merge were undone; empty when there is no such merge. */
    public Optional<Set<UUID>> parting(UUID mergeId) {
        return jdbc.sql("select customer_id from customer.customer where merge_id = ?")
                .param(mergeId)
                .query(UUID.class)
                .optional()
                .map(separated -> Set.copyOf(jdbc.sql(
                                "select subject_id from customer.subject where home_id in (select customer.parts_of(?))")
                        .param(separated)
                        .query(UUID.class)
                        .list()));
    }

    /** The decision by which one customer is a part of another already; empty when they are two. */
    public Optional<UUID> between(UUID customerId, UUID otherId) {
        return jdbc.sql("select merge_id from customer.customer where customer_id = ? and merged_into = ?")
                .params(otherId, customerId)
                .query(UUID.class)
                .optional();
    }
}
