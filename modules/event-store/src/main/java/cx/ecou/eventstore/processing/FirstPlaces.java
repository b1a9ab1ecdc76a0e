package cx.ecou.eventstore.processing;

import cx.ecou.eventstore.Positions;
import cx.ecou.eventstore.ReactionGroup;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.config.EventProcessingConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Gives each new processor its first place before it starts: projections begin at the first event, reactions after the last.
 * What happened before a reaction existed is not answered afterwards.
 */
public final class FirstPlaces implements SmartLifecycle {

    private final ObjectProvider<EventProcessingConfiguration> processing;
    private final ObjectProvider<ReactionGroup> reactions;
    private final Positions positions;
    private final JdbcClient database;
    private volatile boolean running;

    public FirstPlaces(
            ObjectProvider<EventProcessingConfiguration> processing,
            ObjectProvider<ReactionGroup> reactions,
            Positions positions,
            JdbcClient database) {
        this.processing = processing;
        this.reactions = reactions;
        this.positions = positions;
        this.database = database;
    }

    @Override
    public void start() {
        Set<String> fromNow = reactions.stream()
                .filter(reaction -> !reaction.fromTheFirst())
                .map(ReactionGroup::name)
                .collect(Collectors.toSet());
        long head = positions.head();
        OrderedProcessor.of(processing.getObject())
                .map(OrderedProcessor::getName)
                .forEach(processor -> begin(processor, fromNow.contains(processor) ? head : 0));
        running = true;
    }

    /** Of several nodes that start at once, the first gives the place. */
    private void begin(String processor, long position) {
        database.sql("""
                        insert into event_store.processor_place (processor, position, counted_from) values (?, ?, ?)
                        on conflict do nothing""").params(processor, position, position).update();
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before everything of Axon's. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
