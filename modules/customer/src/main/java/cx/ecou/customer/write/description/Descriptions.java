package cx.ecou.customer.write.description;

import cx.ecou.customer.events.CustomerDescribed;
import cx.ecou.eventstore.Conflicts;
import cx.ecou.eventstore.Fact;
import cx.ecou.eventstore.Facts;
import cx.ecou.kernel.Sha256;
import cx.ecou.webshell.problems.FieldProblem;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes descriptions of customers in: checks each, records in one transaction those that say something new, and answers for
 * every one.
 */
@Component
public class Descriptions {

    /** With all that follows from it, a description is about as much work as so many pieces of feedback. */
    private static final int WEIGHT = 6;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Facts facts;
    private final Clock clock;

    Descriptions(JdbcTemplate jdbc, PlatformTransactionManager transactions, Facts facts, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Takes in a list. One bad item never spoils the others.
     *
     * @return a receipt for each, in the order of delivery
     */
    public List<Receipt> receive(List<Delivered<NewDescription>> delivered) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Receipt> receipts = new ArrayList<>();
        Map<UUID, CustomerDescribed> sound = new LinkedHashMap<>();
        for (Delivered<NewDescription> item : delivered) {
            receipts.add(
                    item.description() == null
                            ? new Receipt.Rejected(item.unreadable())
                            : check(item.description(), now, sound));
        }
        Map<UUID, Receipt> outcomes =
                sound.isEmpty() ? Map.of() : Conflicts.settled(() -> transaction.execute(status -> record(sound)));
        receipts.replaceAll(
                receipt -> receipt instanceof Receipt.Unchanged checked ? checked.settled(outcomes) : receipt);
        return receipts;
    }

    /** Held to be unchanged until the tables are asked. */
    private static Receipt check(NewDescription delivered, Instant now, Map<UUID, CustomerDescribed> sound) {
        var check = new Check(delivered);
        Optional<CustomerDescribed> described = check.described(now);
        if (described.isEmpty()) {
            return new Receipt.Rejected(check.problems());
        }
        UUID id = described.get().descriptionId();
        CustomerDescribed earlier = sound.putIfAbsent(id, described.get());
        return earlier == null || earlier.equals(described.get())
                ? new Receipt.Unchanged(id)
                : new Receipt.Rejected(List.of(new FieldProblem(
                        "ref", "twice", "The same customer is described twice here, and differently.")));
    }

    /** In the order of delivery, so that the last of them stands behind all others. */
    private Map<UUID, Receipt> record(Map<UUID, CustomerDescribed> sound) {
        Map<UUID, Receipt> outcomes = new HashMap<>();
        Set<UUID> erased = erased(sound);
        Map<UUID, CustomerDescribed> open = new LinkedHashMap<>(sound);
        erased.forEach(id -> {
            open.remove(id);
            outcomes.put(id, new Receipt.Erased());
        });
        Map<UUID, Long> fresh = remember(new TreeMap<>(open));
        facts.record(
                open.entrySet().stream()
                        .filter(entry -> fresh.containsKey(entry.getKey()))
                        .map(entry -> new Fact(
                                entry.getKey(),
                                "Description",
                                Objects.requireNonNull(fresh.get(entry.getKey())),
                                entry.getValue()))
                        .toList(),
                WEIGHT);
        fresh.forEach((id, sequence) -> outcomes.put(id, new Receipt.Described(id, sequence == 0)));
        return outcomes;
    }

    private Set<UUID> erased(Map<UUID, CustomerDescribed> sound) {
        Map<UUID, UUID> bySubject = new HashMap<>();
        sound.values().forEach(described -> bySubject.put(described.subjectId(), described.descriptionId()));
        Set<UUID> erased = new HashSet<>();
        jdbc.query(
                """
                select subject_id from customer.subject join customer.customer using (customer_id)
                 where subject_id = any (?) and erased_at is not null
                """,
                row -> {
                    erased.add(bySubject.get(row.getObject(1, UUID.class)));
                },
                (Object) bySubject.keySet().toArray(UUID[]::new));
        return erased;
    }

    /** @return those that say something new, with their place among the descriptions of the same customer by the same source */
    private Map<UUID, Long> remember(SortedMap<UUID, CustomerDescribed> open) {
        Map<UUID, Long> fresh = new HashMap<>();
        jdbc.query(
                """
                insert into customer.description as known (description_id, subject_id, sequence, content)
                select description_id, subject_id, 0, content
                  from unnest(?::uuid[], ?::uuid[], ?::bytea[]) as said (description_id, subject_id, content)
                on conflict (description_id) do update set sequence = known.sequence + 1, content = excluded.content
                 where known.content is distinct from excluded.content
                returning description_id, sequence
                """,
                row -> {
                    fresh.put(row.getObject(1, UUID.class), row.getLong(2));
                },
                open.keySet().toArray(UUID[]::new),
                open.values().stream().map(CustomerDescribed::subjectId).toArray(UUID[]::new),
                open.values().stream().map(Descriptions::content).toArray(byte[][]::new));
        return fresh;
    }

    /** What is said, apart from when. */
    private static byte[] content(CustomerDescribed described) {
        Object[] said = {
            described.name(),
            described.emails(),
            described.phones(),
            described.loyaltyCards(),
            described.devices(),
            described.language(),
            described.timeZone(),
            described.account(),
            described.role(),
            described.attributes()
        };
        return Sha256.of(JsonMapper.shared().writeValueAsString(said));
    }
}
