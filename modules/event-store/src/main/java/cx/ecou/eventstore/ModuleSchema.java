package cx.ecou.eventstore;

import java.util.Locale;

/**
 * The PostgreSQL schema that a module owns. Declared as a bean; before anything else uses the database, its migrations
 * ({@code classpath:db/migration/<module>}) are carried out in the order of the ranks, each with a history of its own.
 *
 * @param module as in its folder: {@code action-plan}
 * @param rank of the module in the house; a lower one is migrated first
 * @param guarded whether the application may only add to it where the database has a second role: that one then owns the
 *     schema, and lets the application in with its function {@code admit(application text)}
 */
public record ModuleSchema(String module, int rank, boolean guarded) {

    /** A schema that the application may change as it likes. */
    public ModuleSchema(String module, int rank) {
        this(module, rank, false);
    }

    /** A schema to which the application may only add. */
    public static ModuleSchema guarded(String module, int rank) {
        return new ModuleSchema(module, rank, true);
    }

    /** The schema's name: {@code action_plan}. */
    public String schema() {
        return module.replace('-', '_').toLowerCase(Locale.ROOT);
    }

    public String migrations() {
        return "classpath:db/migration/" + module;
    }
}
