package cx.ecou.insight.read.scorecount;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The numbers of the scopes. New ones are stored in a transaction of their own, so that a number once given out is
 * valid for good, also when the batch that asked for it is rolled back.
 */
@Component
class Scopes {

    /** Beyond this the memory starts afresh: it is a shortcut, and heap is not for sale. */
    private static final int REMEMBERED = 50_000;

    private static final String STORE = """
            insert into insight.scope
              (scope_key, counted_by, touchpoint, channel, product, region, segment, source, kind)
            select * from unnest(?::uuid[], ?::text[],
              ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
            on conflict (scope_key) do nothing
            """;

    private final JdbcClient database;
    private final TransactionTemplate ownTransaction;
    private final Map<Scope, Integer> remembered = new ConcurrentHashMap<>();

    Scopes(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        this.ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The number of each scope; new ones get theirs now. */
    Map<Scope, Integer> numbersOf(Collection<Scope> scopes) {
        Map<Scope, Integer> numbers = new HashMap<>();
        List<Scope> unknown = new ArrayList<>();
        for (Scope scope : scopes) {
            Integer number = remembered.get(scope);
            if (number == null) {
                unknown.add(scope);
            } else {
                numbers.put(scope, number);
            }
        }
        if (!unknown.isEmpty()) {
            Map<Scope, Integer> found = findOrStore(unknown);
            numbers.putAll(found);
            remember(found);
        }
        return numbers;
    }

    private void remember(Map<Scope, Integer> found) {
        if (remembered.size() + found.size() > REMEMBERED) {
            remembered.clear();
        }
        remembered.putAll(found);
    }

    private Map<Scope, Integer> findOrStore(List<Scope> scopes) {
        // Sorted by key: two nodes that store the same scopes never wait for each other in a circle.
        Map<UUID, Scope> byKey = new TreeMap<>();
        scopes.forEach(scope -> byKey.put(scope.key(), scope));
        ownTransaction.executeWithoutResult(status -> store(byKey));
        return find(byKey);
    }

    private void store(Map<UUID, Scope> byKey) {
        var statement = database.sql(STORE)
                .param(byKey.keySet().toArray(UUID[]::new))
                .param(byKey.values().stream().map(Scope::countedBy).toArray(String[]::new));
        for (Dimension dimension : Dimension.values()) {
            statement = statement.param(byKey.values().stream()
                    .map(scope -> scope.member(dimension))
                    .toArray(String[]::new));
        }
        statement.update();
    }

    private Map<Scope, Integer> find(Map<UUID, Scope> byKey) {
        Map<Scope, Integer> found = new HashMap<>();
        database.sql("select scope_key, scope_id from insight.scope where scope_key = any (?)")
                .param(byKey.keySet().toArray(UUID[]::new))
                .query(row -> {
                    Scope scope = byKey.get(row.getObject("scope_key", UUID.class));
                    if (scope != null) {
                        found.put(scope, row.getInt("scope_id"));
                    }
                });
        return found;
    }
}
