package cx.ecou.customer.write.erasure;

import cx.ecou.customer.events.ErasureReason;
import cx.ecou.customer.write.person.Whole;
import cx.ecou.customer.write.person.Wholes;
import cx.ecou.eventstore.privacy.ClearText;
import cx.ecou.eventstore.privacy.DataKeys;
import cx.ecou.eventstore.privacy.Erasure;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * An older backup brings back what was erased since: keys are destroyed again by the list that is kept outside of the database, but
 * tables are as they were, with what they say in the clear. So whoever has no key and yet is not erased is erased anew, and
 * out of read models at once, before anybody can look at them.
 */
@Component
class BroughtBack implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger("ecou");

    private static final int PAGE = 10_000;

    private static final String CUSTOMERS = """
            select distinct customer_id from customer.subject join customer.customer using (customer_id)
             where subject_id = any (?) and erased_at is null order by customer_id
            """;

    private static final String UNRECOGNISED = """
            select erased.subject_id from unnest(?) erased (subject_id)
             where not exists (select 1 from customer.subject known where known.subject_id = erased.subject_id)
             order by erased.subject_id
            """;

    private final Erasing erasing;
    private final Wholes wholes;
    private final ErasedRows rows;
    private final DataKeys keys;
    private final List<ClearText> places;
    private final JdbcTemplate jdbc;
    private final TransactionOperations transaction;
    private volatile boolean running;

    BroughtBack(
            Erasing erasing,
            Wholes wholes,
            ErasedRows rows,
            DataKeys keys,
            List<ClearText> places,
            JdbcTemplate jdbc,
            TransactionOperations transaction) {
        this.erasing = erasing;
        this.wholes = wholes;
        this.rows = rows;
        this.keys = keys;
        this.places = places;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public void start() {
        int erased = eraseAgain();
        if (erased > 0) {
            log.warn(
                    "{} customers had been erased and were brought back by an older backup: they are erased again.",
                    erased);
        }
        running = true;
    }

    /** @return how many customers */
    int eraseAgain() {
        int erased = 0;
        Erasure last = Erasure.NONE;
        for (List<Erasure> page = keys.erasures(last, PAGE); !page.isEmpty(); page = keys.erasures(last, PAGE)) {
            UUID[] subjects = page.stream().map(Erasure::subject).toArray(UUID[]::new);
            for (UUID customerId : jdbc.queryForList(CUSTOMERS, UUID.class, (Object) subjects)) {
                transaction.executeWithoutResult(status -> eraseAgain(customerId));
                erased++;
            }
            erased += eraseUnrecognisedAgain(jdbc.queryForList(UNRECOGNISED, UUID.class, (Object) subjects));
            last = page.get(page.size() - 1);
        }
        return erased;
    }

    /** The backup may be older than a separation: whoever was not erased then stays. */
    private void eraseAgain(UUID customerId) {
        Whole customer = wholes.lock(customerId);
        List<UUID> all = rows.subjects(customer);
        Set<UUID> destroyed = keys.destroyedAmong(all);
        UUID erased = destroyed.size() == all.size() ? customerId : erasing.separate(customer, List.copyOf(destroyed));
        UUID erasureId = erasing.inTransaction(erased, ErasureReason.RESTORED, null);
        Set<UUID> persons = new HashSet<>(destroyed);
        persons.add(erased);
        scrub(persons, erasureId);
    }

    /** Most of those whom the backup does not know came after it, and it holds nothing of them. */
    private int eraseUnrecognisedAgain(List<UUID> subjects) {
        List<UUID> legible = isLegible(subjects)
                ? subjects.stream()
                        .filter(subject -> isLegible(List.of(subject)))
                        .toList()
                : List.of();
        legible.forEach(subject -> transaction.executeWithoutResult(status ->
                scrub(Set.of(subject), erasing.unrecognisedInTransaction(subject, ErasureReason.RESTORED, null))));
        return legible.size();
    }

    private boolean isLegible(List<UUID> subjects) {
        return places.stream().anyMatch(place -> place.held(jdbc, subjects).legible() > 0);
    }

    private void scrub(Set<UUID> persons, UUID erasureId) {
        Instant at = rows.erasedAt(erasureId);
        places.forEach(place -> place.scrub(jdbc, persons, at));
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before processors read on, and long before anybody is let in. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
