package cx.ecou.eventstore;

import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** The copy of a read model that a rebuild writes beside the live one: the same tables in a schema of their own. */
public record Shadow(ReadModel model) {

    private static final String KEY = "ecou.shadow";

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

    /** The shadow into which this thread writes; null for what is live. */
    public static @Nullable Shadow beingWritten() {
        return CurrentUnitOfWork.isStarted() ? CurrentUnitOfWork.get().root().getResource(KEY) : null;
    }
}
