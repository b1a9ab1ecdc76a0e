package cx.ecou.eventstore;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Finds the rows of a long list in which somebody's words stand, when they are few. PostgreSQL does not know how rare the beginning of
 * a word is. Of a list that is sorted by time it expects to meet some soon, and of words that stand nowhere it would read the
 * whole list: tens of seconds for some millions of rows. So the index of the words is asked first. Where they stand in many rows, the
 * list meets them soon indeed.
 */
public final class RareWords {

    /** As many are looked up by their ids; more are met soon. */
    public static final int FEW = 5_000;

    private final JdbcClient database;
    private final TransactionOperations transaction;

    public RareWords(JdbcClient database, TransactionOperations transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    /**
     * The ids of all rows that match, when there are at most {@link #FEW}.
     *
     * @param select {@code select id from … where …}, of which one condition has an index of words
     * @param values of its parameters
     */
    public Optional<List<UUID>> ids(String select, List<?> values) {
        return ids(select, values, FEW);
    }

    /** The same, when there are at most so many. */
    public Optional<List<UUID>> ids(String select, List<?> values, int most) {
        List<Object> all = new ArrayList<>(values);
        all.add(most + 1);
        List<UUID> found = transaction.execute(status -> {
            // Both hold until the end of this transaction: what is left is the index of the words.
            database.sql(
                            "select set_config('enable_seqscan', 'off', true), set_config('enable_indexscan', 'off', true)")
                    .query()
                    .singleRow();
            return database.sql(select + " limit ?")
                    .params(all)
                    .query(UUID.class)
                    .list();
        });
        return found == null || found.size() > most ? Optional.empty() : Optional.of(found);
    }
}
