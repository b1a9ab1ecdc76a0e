package cx.ecou.eventstore;

import java.util.List;

/**
 * A read model that can be rebuilt from the events at any time, declared as a bean by its module. Its projections write
 * these tables and no others, keep nothing in memory from one batch to the next, and write the same rows for the same
 * events on every node; each table has a primary key. Changes are announced under the name of the processing group.
 *
 * @param processingGroup of its projections: {@code feedback.inbox}
 */
public record ReadModel(String processingGroup, List<ModelTable> tables) {

    public ReadModel {
        tables = List.copyOf(tables);
    }

    /** Whether its projections only gather while they handle events, and write at the end of a batch. */
    public boolean gathers() {
        return tables.stream().noneMatch(table -> table.sums().isEmpty());
    }

    public static ReadModel of(String processingGroup, ModelTable... tables) {
        return new ReadModel(processingGroup, List.of(tables));
    }
}
