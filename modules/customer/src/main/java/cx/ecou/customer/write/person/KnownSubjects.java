package cx.ecou.customer.write.person;

import cx.ecou.customer.events.CustomerSeen;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom a source means by its own key. */
@Component
public class KnownSubjects {

    private final JdbcClient jdbc;

    KnownSubjects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * As whom a subject was recognised: the part of a customer that it always belongs to, whoever is merged or separated.
     * Empty for a key that nobody has told of yet.
     */
    public Optional<UUID> homeOf(String source, String ref) {
        return jdbc.sql("select home_id from customer.subject where subject_id = ?")
                .param(CustomerSeen.subjectOf(source, ref))
                .query(UUID.class)
                .optional();
    }
}
