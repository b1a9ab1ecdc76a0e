package cx.ecou.customer.write.consent;

import cx.ecou.kernel.DomainRuleViolation;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which customers are parts of one. */
@Component
class Wholes {

    private static final int ATTEMPTS = 5;

    private final JdbcClient jdbc;

    Wholes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws DomainRuleViolation {@code customer.unknown} */
    Whole of(UUID partId) {
        UUID top = top(partId);
        boolean erased = jdbc.sql("select erased_at is not null from customer.customer where customer_id = ?")
                .param(top)
                .query(Boolean.class)
                .single();
        return new Whole(parts(top), erased);
    }

    /**
     * Until the end of the transaction nobody else states something of this customer, sends them something, merges or
     * separates them. Whoever is merged meanwhile is looked for again.
     *
     * @throws DomainRuleViolation {@code customer.unknown}
     */
    Whole lock(UUID partId) {
        for (int made = 0; made < ATTEMPTS; made++) {
            UUID top = top(partId);
            List<Boolean> locked = jdbc.sql("""
                            select erased_at is not null from customer.customer
                             where customer_id = ? and merged_into is null for no key update
                            """).param(top).query(Boolean.class).list();
            List<UUID> parts = parts(top);
            if (!locked.isEmpty() && parts.contains(partId)) {
                return new Whole(parts, locked.get(0));
            }
        }
        throw new DomainRuleViolation("concurrent-change");
    }

    private UUID top(UUID partId) {
        return jdbc.sql("""
                        with recursive above (customer_id, merged_into) as (
                          select customer_id, merged_into from customer.customer where customer_id = ?
                          union all
                          select next.customer_id, next.merged_into
                            from customer.customer next join above on next.customer_id = above.merged_into)
                        select customer_id from above where merged_into is null
                        """)
                .param(partId)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new DomainRuleViolation("customer.unknown"));
    }

    private List<UUID> parts(UUID top) {
        return jdbc.sql("""
                        with recursive part (customer_id, depth) as (
                          select ?::uuid, 0
                          union all
                          select below.customer_id, part.depth + 1
                            from customer.customer below join part on below.merged_into = part.customer_id)
                        select customer_id from part order by depth, customer_id
                        """).param(top).query(UUID.class).list();
    }
}
