package cx.ecou.eventstore;

import java.util.Locale;

/**
 * The PostgreSQL schema that a module owns. Declared as a bean; before anything else uses the database, its migrations
 * ({@code classpath:db/migration/<module>}) are carried out in the order of the ranks, each with a history of its own.
 *
 * @param module as in its folder: {@code action-plan}
 * @param rank of the module in the house; a lower one is migrated first
 */
public record ModuleSchema(String module, int rank) {

    /** The schema's name: {@code action_plan}. */
    public String schema() {
        return module.replace('-', '_').toLowerCase(Locale.ROOT);
    }

    public String migrations() {
        return "classpath:db/migration/" + module;
    }
}
