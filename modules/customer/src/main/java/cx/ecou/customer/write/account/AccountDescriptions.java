package cx.ecou.customer.write.account;

import cx.ecou.customer.events.AccountDescribed;
import cx.ecou.customer.write.description.Delivered;
import cx.ecou.customer.write.description.Receipt;
import cx.ecou.eventstore.Conflicts;
import cx.ecou.eventstore.Fact;
import cx.ecou.eventstore.Facts;
import cx.ecou.kernel.Sha256;
import cx.ecou.webshell.problems.FieldChecks;
import cx.ecou.webshell.problems.FieldProblem;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes descriptions of companies in, as those of customers are: checks each, records in one transaction those that say something
 * new, and answers for every one.
 */
@Component
public class AccountDescriptions {

    private final JdbcTemplate jdbc;
    private final TransactionOperations transaction;
    private final Facts facts;
    private final Clock clock;

    AccountDescriptions(JdbcTemplate jdbc, TransactionOperations transaction, Facts facts, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Takes in a list. One bad item never spoils the others.
     *
     * @return a receipt for each, in the order of delivery
     */
    public List<Receipt> receive(List<Delivered<NewAccount>> delivered) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Map<UUID, AccountDescribed> sound = new LinkedHashMap<>();
        List<Receipt> receipts = new ArrayList<>();
        delivered.forEach(item -> receipts.add(check(item, now, sound)));
        Map<UUID, Receipt> recorded =
                sound.isEmpty() ? Map.of() : Conflicts.settled(() -> transaction.execute(status -> record(sound)));
        receipts.replaceAll(
                receipt -> receipt instanceof Receipt.Unchanged checked ? checked.settled(recorded) : receipt);
        return receipts;
    }

    /** Held to be unchanged until the table is asked. */
    private static Receipt check(Delivered<NewAccount> item, Instant now, Map<UUID, AccountDescribed> sound) {
        if (item.description() == null) {
            return new Receipt.Rejected(item.unreadable());
        }
        var checks = new FieldChecks(List.of());
        Optional<AccountDescribed> described = item.description().described(checks, now);
        if (described.isEmpty()) {
            return new Receipt.Rejected(checks.problems());
        }
        UUID id = described.get().accountId();
        AccountDescribed earlier = sound.putIfAbsent(id, described.get());
        return earlier == null || earlier.equals(described.get())
                ? new Receipt.Unchanged(id)
                : new Receipt.Rejected(List.of(new FieldProblem(
                        "ref", "twice", "The same company is described twice here, and differently.")));
    }

    /** In the order of delivery, so that the last of them stands behind all others. */
    private Map<UUID, Receipt> record(Map<UUID, AccountDescribed> sound) {
        Map<UUID, Long> fresh = remember(new TreeMap<>(sound));
        facts.record(sound.entrySet().stream()
                .filter(entry -> fresh.containsKey(entry.getKey()))
                .map(entry -> new Fact(
                        entry.getKey(), "Account", Objects.requireNonNull(fresh.get(entry.getKey())), entry.getValue()))
                .toList());
        Map<UUID, Receipt> recorded = new HashMap<>();
        fresh.forEach((id, sequence) -> recorded.put(id, new Receipt.Described(id, sequence == 0)));
        return recorded;
    }

    /** @return those that say something new, with their place among the descriptions of the same company */
    private Map<UUID, Long> remember(SortedMap<UUID, AccountDescribed> sound) {
        Map<UUID, Long> fresh = new HashMap<>();
        jdbc.query(
                """
                insert into customer.account_description as known (account_id, sequence, content)
                select account_id, 0, content from unnest(?::uuid[], ?::bytea[]) as said (account_id, content)
                on conflict (account_id) do update set sequence = known.sequence + 1, content = excluded.content
                 where known.content <> excluded.content
                returning account_id, sequence
                """,
                row -> {
                    fresh.put(row.getObject(1, UUID.class), row.getLong(2));
                },
                sound.keySet().toArray(UUID[]::new),
                sound.values().stream().map(AccountDescriptions::content).toArray(byte[][]::new));
        return fresh;
    }

    /** What is said, apart from when. */
    private static byte[] content(AccountDescribed described) {
        return Sha256.of(
                JsonMapper.shared().writeValueAsString(new Object[] {described.name(), described.attributes()}));
    }
}
