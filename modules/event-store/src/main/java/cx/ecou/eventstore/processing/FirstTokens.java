package cx.ecou.eventstore.processing;

import cx.ecou.eventstore.ReactionGroup;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives each new processor its first token before it starts: projections begin at the first event, reactions after the
 * last. Left to itself, Axon would begin everything in replay, and only once the processor gets round to it, after the
 * doors are open.
 */
public final class FirstTokens implements SmartLifecycle {

    private final ObjectProvider<EventProcessingConfiguration> processing;
    private final ObjectProvider<ReactionGroup> reactions;
    private final TokenStore tokens;
    private final EventStore eventStore;
    private final TransactionTemplate transaction;
    private volatile boolean running;

    public FirstTokens(
            ObjectProvider<EventProcessingConfiguration> processing,
            ObjectProvider<ReactionGroup> reactions,
            TokenStore tokens,
            EventStore eventStore,
            TransactionTemplate transaction) {
        this.processing = processing;
        this.reactions = reactions;
        this.tokens = tokens;
        this.eventStore = eventStore;
        this.transaction = transaction;
    }

    @Override
    public void start() {
        Set<String> fromNow = reactions.stream().map(ReactionGroup::name).collect(Collectors.toSet());
        processing.getObject().eventProcessors().values().stream()
                .filter(StreamingEventProcessor.class::isInstance)
                .forEach(processor -> begin(
                        processor.getName(),
                        fromNow.contains(processor.getName())
                                ? eventStore.createHeadToken()
                                : eventStore.createTailToken()));
        running = true;
    }

    private void begin(String processor, TrackingToken token) {
        try {
            transaction.executeWithoutResult(status -> {
                if (tokens.fetchSegments(processor).length == 0) {
                    tokens.initializeTokenSegments(processor, 1, token);
                }
            });
        } catch (UnableToClaimTokenException e) {
            // Another node that starts at the same moment was first: its token is as good.
        }
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
