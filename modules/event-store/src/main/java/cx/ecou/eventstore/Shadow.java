package cx.ecou.eventstore;

import java.time.Instant;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * The copy of a read model that a rebuild writes beside the live one: the same tables in a schema of their own.
 *
 * @param loading whether tables whose key comes last have none yet
 * @param begunAt from when on its events are read
 */
public record Shadow(ReadModel model, boolean loading, Instant begunAt) {

    private static final String KEY = "ecou.shadow";
    private static final String ENOUGH = "ecou.shadow.enough";

    /** One that is complete but for its newest rows. */
    public Shadow(ReadModel model) {
        this(model, false, Instant.EPOCH);
    }

    /** The same, of a rebuild that began then. */
    public Shadow begun(Instant at) {
        return new Shadow(model, loading, at);
    }

    /** The same before its tables have the keys that come last. */
    public Shadow whileLoading() {
        return new Shadow(model, true, begunAt);
    }

    /** {@code action_plan_cases_rebuild} for {@code action-plan.cases}. */
    public String schema() {
        return model.processingGroup().replace('-', '_').replace('.', '_') + "_rebuild";
    }

    /** @throws IllegalStateException when the read model was declared without this table */
    public String copyOf(ModelTable table) {
        if (!model.tables().contains(table)) {
            throw new IllegalStateException(table.live() + " is not declared as a table of " + model.processingGroup());
        }
        return schema() + "." + table.name();
    }

    /** From now on, what projections write in this unit of work goes into the shadow. */
    public void receive(UnitOfWork<?> unitOfWork) {
        unitOfWork.resources().put(KEY, this);
    }

    /** What has been gathered in this unit of work is large: a rebuild is to write it before it goes on. */
    public static void writeSoon() {
        CurrentUnitOfWork.get().root().resources().put(ENOUGH, true);
    }

    /** Whether somebody asked for that. */
    public static boolean isToWrite(UnitOfWork<?> unitOfWork) {
        return unitOfWork.resources().containsKey(ENOUGH);
    }

    /** The shadow into which this thread writes; null for what is live. */
    public static @Nullable Shadow beingWritten() {
        return CurrentUnitOfWork.isStarted() ? CurrentUnitOfWork.get().root().getResource(KEY) : null;
    }
}
