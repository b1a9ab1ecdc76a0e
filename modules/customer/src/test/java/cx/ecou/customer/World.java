package cx.ecou.customer;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.customer.Visit.CameBy;
import cx.ecou.customer.events.CustomerEvent;
import cx.ecou.customer.events.CustomerSeen;
import cx.ecou.customer.events.ErasureReason;
import cx.ecou.customer.events.Identity;
import cx.ecou.customer.write.erasure.Erasing;
import cx.ecou.eventstore.EventRegister;
import cx.ecou.eventstore.Fact;
import cx.ecou.eventstore.Facts;
import cx.ecou.eventstore.ModelTable;
import cx.ecou.eventstore.Positions;
import cx.ecou.eventstore.StoredEvents;
import cx.ecou.eventstore.privacy.StillNeeded;
import cx.ecou.kernel.Ids;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a test says in words: customers show up somewhere, and everything has settled. */
@Component
public class World {

    /** Who has this role is needed by a module above. */
    public static final String NEEDED = "needed-above";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Facts facts;
    private final Positions positions;
    private final StoredEvents stored;
    private final JdbcClient database;
    private final Erasing erasing;

    World(Facts facts, Positions positions, StoredEvents stored, JdbcClient database, Erasing erasing) {
        this.erasing = erasing;
        this.facts = facts;
        this.positions = positions;
        this.stored = stored;
        this.database = database;
    }

    /** Somebody whom a source knows by a key came by. */
    public UUID meets(String source, String ref, Identity... identities) {
        UUID subjectId = CustomerSeen.subjectOf(source, ref);
        return records(subjectId, new CameBy(subjectId, source, ref, List.of(identities)));
    }

    /** Somebody without a key came by. */
    public UUID meets(Identity... identities) {
        UUID subjectId = Ids.next();
        return records(subjectId, new CameBy(subjectId, null, null, List.of(identities)));
    }

    /** Something is recorded of a subject, and everybody has seen it. */
    public UUID records(UUID subjectId, CustomerSeen seen) {
        recordsAll(List.of(seen));
        return subjectId;
    }

    /** Several events are recorded at once, and everybody has seen them. */
    public void recordsAll(List<?> events) {
        facts.record(events.stream()
                .map(event -> new Fact(Ids.next(), "Visit", event))
                .toList());
        settles();
    }

    /** A customer is erased, and everybody has seen it. */
    public UUID erases(UUID customerId) {
        UUID erasureId = erasing.erase(customerId, ErasureReason.REQUESTED, null);
        settles();
        return erasureId;
    }

    /** Waits until every processor has seen everything, also what the first of them made happen. */
    public void settles() {
        for (String group : List.of("customer.recognition", "customer.directory", "customer.accounts")) {
            assertThat(positions.await(group, positions.head(), PATIENCE))
                    .as(group)
                    .isTrue();
        }
    }

    /** Whose a subject is now. */
    public UUID customerOf(UUID subjectId) {
        return database.sql("select customer_id from customer.subject where subject_id = ?")
                .param(subjectId)
                .query(UUID.class)
                .single();
    }

    /** The decision by which a customer became a part of another one. */
    public UUID mergeOf(UUID customerId) {
        return database.sql("select merge_id from customer.customer where customer_id = ?")
                .param(customerId)
                .query(UUID.class)
                .single();
    }

    /** Why two customers may be one, as a colleague would be asked; empty when nobody is. */
    public List<String> doubts(UUID one, UUID other) {
        return database.sql("""
                        select reason from customer.duplicate
                         where not dismissed and one_id = least(?, ?) and other_id = greatest(?, ?)
                        """)
                .params(one, other, one, other)
                .query(String.class)
                .list();
    }

    /** What this module has recorded under these ids, in their order, also of subjects that a source has no key for. */
    public List<CustomerEvent> recorded(UUID... ids) {
        return Stream.of(ids)
                .flatMap(id -> Stream.of(id, Ids.derived("recognition", id.toString())))
                .flatMap(id -> stored.ofAggregate(id).stream())
                .map(stored -> (CustomerEvent) stored.event())
                .toList();
    }

    /** What modules above this one record. */
    @Configuration(proxyBeanMethods = false)
    static class Above {

        @Bean
        EventRegister visits() {
            return new EventRegister("visit", Visit.class);
        }

        @Bean
        StillNeeded neededAbove() {
            return new StillNeeded(
                    "customer.directory",
                    new ModelTable("customer", "acquaintance"),
                    "subject_id",
                    "role = '" + NEEDED + "'");
        }
    }
}
