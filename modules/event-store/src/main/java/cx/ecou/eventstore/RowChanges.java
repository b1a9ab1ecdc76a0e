package cx.ecou.eventstore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Changes of single rows, gathered and sent to the database together: those of one row stay in their order, and equal
 * statements for different rows become one batch, whatever came in between.
 */
public final class RowChanges {

    /** The first change of each row, the second of each, and so on; by statement. */
    private final List<Map<String, List<Object[]>>> rounds = new ArrayList<>();

    private final Map<Object, Integer> changesOf = new HashMap<>();

    /**
     * Changes a row.
     *
     * @param key of the row
     * @param sql changes this row and no other
     * @param values of its parameters, none of them null
     */
    public RowChanges add(Object key, String sql, Object... values) {
        int before = changesOf.merge(key, 1, Integer::sum) - 1;
        if (before == rounds.size()) {
            rounds.add(new LinkedHashMap<>());
        }
        rounds.get(before).computeIfAbsent(sql, first -> new ArrayList<>()).add(values);
        return this;
    }

    /** Writes all of them in the transaction of this thread. */
    public void write(JdbcTemplate jdbc) {
        rounds.forEach(round -> round.forEach(jdbc::batchUpdate));
    }
}
