package cx.ecou.eventstore.rebuild;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import cx.ecou.eventstore.ReactionGroup;
import cx.ecou.eventstore.ReadModel;
import cx.ecou.kernel.DomainRuleViolation;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Rebuilds read models: from the stored events, beside the live one, which goes on answering until the new one takes its
 * place. One node does the work; when it dies another goes on. What is asked here is answered the same on every node.
 */
public final class Rebuilds {

    static final String TASK = "event-store.rebuild";

    /** Due on every node, however fast the clock of the one that asks. */
    static final Instant AT_ONCE = Instant.EPOCH;

    private final List<ReadModel> readModels;
    private final List<ReactionGroup> reactions;
    private final RebuildTable rebuilds;
    private final ObjectProvider<Scheduler> scheduler;
    private final TransactionOperations transaction;

    Rebuilds(
            List<ReadModel> readModels,
            List<ReactionGroup> reactions,
            RebuildTable rebuilds,
            ObjectProvider<Scheduler> scheduler,
            TransactionOperations transaction) {
        this.readModels = readModels.stream()
                .sorted(Comparator.comparing(ReadModel::processingGroup))
                .toList();
        this.reactions = List.copyOf(reactions);
        this.rebuilds = rebuilds;
        this.scheduler = scheduler;
        this.transaction = transaction;
    }

    /** All that can be rebuilt, by name. */
    public List<ReadModel> readModels() {
        return readModels;
    }

    /** The rebuild of a read model that is under way, else its last one; nothing when there was none. */
    public Optional<Rebuild> progress(String processingGroup) {
        return rebuilds.find(processingGroup);
    }

    /**
     * Begins a rebuild, from the first event on.
     *
     * @param by who asks for it
     * @throws DomainRuleViolation {@code rebuild.running} when one is under way; {@code rebuild.reaction} for a group that
     *     gives commands: what it did once must not be done again; {@code rebuild.unknown} for any other name
     */
    public void start(String processingGroup, String by) {
        ReadModel model = find(processingGroup).orElseThrow(() -> refusal(processingGroup));
        if (isActive(processingGroup)) {
            throw new DomainRuleViolation("rebuild.running", processingGroup);
        }
        transaction.executeWithoutResult(status -> {
            if (!rebuilds.begin(model.processingGroup(), UUID.randomUUID(), by)) {
                throw new DomainRuleViolation("rebuild.running", processingGroup);
            }
            schedule(processingGroup);
        });
    }

    /**
     * Calls a rebuild off. The live read model stays as it is, and nothing is left of the new one.
     *
     * @throws DomainRuleViolation {@code rebuild.not-running} when none is under way; {@code rebuild.switching} when it is
     *     just being compared and switched: then it will be done, or can be called off a little later
     */
    public void cancel(String processingGroup) {
        try {
            transaction.executeWithoutResult(status -> {
                if (!rebuilds.cancel(processingGroup)) {
                    throw new DomainRuleViolation("rebuild.not-running", processingGroup);
                }
                schedule(processingGroup);
            });
        } catch (DataAccessException e) {
            throw RebuildTable.isLocked(e) ? new DomainRuleViolation("rebuild.switching", processingGroup) : e;
        }
    }

    private boolean isActive(String processingGroup) {
        return progress(processingGroup).filter(last -> last.state().isActive()).isPresent();
    }

    Optional<ReadModel> find(String processingGroup) {
        return readModels.stream()
                .filter(model -> model.processingGroup().equals(processingGroup))
                .findFirst();
    }

    private DomainRuleViolation refusal(String processingGroup) {
        boolean reaction = reactions.stream().anyMatch(group -> group.name().equals(processingGroup));
        return new DomainRuleViolation(reaction ? "rebuild.reaction" : "rebuild.unknown", processingGroup);
    }

    private void schedule(String processingGroup) {
        scheduler.getObject().scheduleIfNotExists(new TaskInstance<Void>(TASK, processingGroup), AT_ONCE);
    }
}
