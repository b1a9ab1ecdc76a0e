package cx.ecou.segment.write.segment;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import cx.ecou.kernel.DomainRuleViolation;
import cx.ecou.segment.events.Rule;
import cx.ecou.segment.events.SegmentClosed;
import cx.ecou.segment.events.SegmentDefined;
import cx.ecou.segment.events.SegmentRedefined;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A group of customers by rule, under a name. */
@Aggregate
class Segment {

    @AggregateIdentifier
    private @Nullable UUID segmentId;

    private Definition first;
    private Definition current;
    private int revision;
    private boolean closed;

    /** What is changed together. */
    private record Definition(String name, Rule rule) {}

    @SuppressWarnings("NullAway.Init") // the first event fills it
    Segment() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    boolean define(DefineSegment command) {
        if (segmentId != null) {
            require(first.equals(new Definition(command.name(), command.rule())), "conflicting-repeat");
            return false;
        }
        require(command.kept() < DefineSegment.MOST, "segment.too-many");
        apply(new SegmentDefined(command.segmentId(), command.name(), command.rule(), command.by(), command.at()));
        return true;
    }

    @CommandHandler
    void redefine(RedefineSegment command) {
        require(!closed, "segment.closed");
        if (!current.equals(new Definition(command.name(), command.rule()))) {
            require(command.revision() == revision, "segment.changed-meanwhile");
            apply(new SegmentRedefined(
                    command.segmentId(), revision + 1, command.name(), command.rule(), command.by(), command.at()));
        }
    }

    @CommandHandler
    void close(CloseSegment command) {
        if (!closed) {
            apply(new SegmentClosed(command.segmentId(), command.by(), command.at()));
        }
    }

    @EventSourcingHandler
    void on(SegmentDefined event) {
        segmentId = event.segmentId();
        first = new Definition(event.name(), event.rule());
        current = first;
        revision = 1;
    }

    @EventSourcingHandler
    void on(SegmentRedefined event) {
        current = new Definition(event.name(), event.rule());
        revision = event.revision();
    }

    @EventSourcingHandler
    void on(SegmentClosed event) {
        closed = true;
    }

    private static void require(boolean kept, String rule) {
        if (!kept) {
            throw new DomainRuleViolation(rule);
        }
    }
}
