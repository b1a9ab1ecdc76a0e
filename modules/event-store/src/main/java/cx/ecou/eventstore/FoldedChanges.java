package cx.ecou.eventstore;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Changes of single rows, most of which are of one frequent kind: of each row the frequent ones that follow each other are folded into
 * one, and those of all rows are written by one statement. What else changes a row is written by {@link RowChanges}. The changes of
 * one row stay in their order.
 *
 * @param <K> the key of a row
 * @param <S> a frequent change
 */
public final class FoldedChanges<K extends Comparable<K>, S> {

    private final BinaryOperator<S> fold;
    private final Consumer<Collection<S>> write;
    private final List<Round<K, S>> rounds = new ArrayList<>();

    /** Of each row twice the number of its round; one more once it has been changed otherwise in it. */
    private final Map<K, Integer> steps = new HashMap<>();

    /** What is folded is written first. */
    private record Round<K, S>(Map<K, S> folded, RowChanges others) {}

    /**
     * @param fold makes one change of two of the same row, of which the second came later
     * @param write writes changes of different rows, in the order of their keys; never called without any
     */
    public FoldedChanges(BinaryOperator<S> fold, Consumer<Collection<S>> write) {
        this.fold = fold;
        this.write = write;
    }

    /** Changes a row in the frequent way. */
    public FoldedChanges<K, S> fold(K key, S change) {
        roundOf(key, 0).folded().merge(key, change, fold);
        return this;
    }

    /**
     * Changes a row in another way.
     *
     * @param sql changes this row and no other
     * @param values of its parameters, none of them null
     */
    public FoldedChanges<K, S> add(K key, String sql, Object... values) {
        roundOf(key, 1).others().add(key, sql, values);
        return this;
    }

    private Round<K, S> roundOf(K key, int half) {
        int step = steps.merge(key, half, (last, wanted) -> wanted < last % 2 ? last + 1 : last - last % 2 + wanted);
        while (rounds.size() <= step / 2) {
            rounds.add(new Round<>(new TreeMap<>(), new RowChanges()));
        }
        return rounds.get(step / 2);
    }

    /** Writes all of them in the transaction of this thread. */
    public void write(JdbcTemplate jdbc) {
        for (Round<K, S> round : rounds) {
            if (!round.folded().isEmpty()) {
                write.accept(round.folded().values());
            }
            round.others().write(jdbc);
        }
    }
}
