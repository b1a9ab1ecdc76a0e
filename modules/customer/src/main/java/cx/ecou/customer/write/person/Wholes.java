package cx.ecou.customer.write.person;

import cx.ecou.kernel.DomainRuleViolation;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which customers are parts of one. */
@Component
public class Wholes {

    private static final int ATTEMPTS = 5;

    private final JdbcClient jdbc;

    Wholes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws DomainRuleViolation {@code customer.unknown} */
    public Whole of(UUID partId) {
        UUID top = top(partId);
        boolean erased = jdbc.sql("select erased_at is not null from customer.customer where customer_id = ?")
                .param(top)
                .query(Boolean.class)
                .single();
        return new Whole(parts(top), erased);
    }

    /**
     * Until the end of the transaction nobody else states something of this customer, sends them something, merges, separates or
     * erases them. Whoever is merged meanwhile is looked for again.
     *
     * @throws DomainRuleViolation {@code customer.unknown}
     */
    public Whole lock(UUID partId) {
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
        return jdbc.sql("select customer.whole_of(customer_id) from customer.customer where customer_id = ?")
                .param(partId)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new DomainRuleViolation("customer.unknown"));
    }

    private List<UUID> parts(UUID top) {
        return jdbc.sql("select customer.parts_of(?)")
                .param(top)
                .query(UUID.class)
                .list();
    }
}
