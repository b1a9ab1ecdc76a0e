package cx.ecou.customer.write.person;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The tables that say who is who. They are read and written in the transaction that records the events, and a customer who is
 * read for a decision is locked until its end.
 */
@Component
class PersonRegistry {

    private final JdbcTemplate jdbc;

    PersonRegistry(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }
}
