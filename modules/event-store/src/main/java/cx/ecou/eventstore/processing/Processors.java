package cx.ecou.eventstore.processing;

import cx.ecou.eventstore.Positions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.config.EventProcessingConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;

/** The processors of all nodes as this node sees them, for those who look after them. */
@NamedInterface("processing")
public final class Processors {

    private final ObjectProvider<EventProcessingConfiguration> processing;
    private final Positions positions;
    private final ProcessorMeters behind;
    private final JdbcClient database;
    private final Map<String, Pace> paces = new ConcurrentHashMap<>();

    public Processors(
            ObjectProvider<EventProcessingConfiguration> processing,
            Positions positions,
            ProcessorMeters behind,
            JdbcClient database) {
        this.processing = processing;
        this.positions = positions;
        this.behind = behind;
        this.database = database;
    }

    private record Place(String processor, @Nullable UUID holder, boolean held) {}

    /** All that ever had a place, by name: also one that this program no longer has. */
    public List<ProcessorState> all() {
        return database.sql("""
                        select processor, holder, holder is not null and held_until >= clock_timestamp() as held
                          from event_store.processor_place order by processor""").query(Place.class).list().stream()
                .map(this::state)
                .toList();
    }

    private ProcessorState state(Place place) {
        String name = place.processor();
        long position = positions.of(name);
        Double perSecond = paces.computeIfAbsent(name, n -> new Pace()).at(System.nanoTime(), position);
        Duration lagTime = Duration.ofMillis(Math.max(0, Math.round(behind.seconds(name) * 1e3)));
        return new ProcessorState(name, position, behind.events(name), lagTime, perSecond, running(place));
    }

    private ProcessorState.Running running(Place place) {
        if (!place.held()) {
            return ProcessorState.Running.NOWHERE;
        }
        if (!ProcessorPlace.isThisNode(place.holder())) {
            return ProcessorState.Running.ELSEWHERE;
        }
        return standsStill(place.processor()) ? ProcessorState.Running.STANDING_STILL : ProcessorState.Running.HERE;
    }

    private boolean standsStill(String name) {
        return processing
                .getObject()
                .eventProcessor(name, OrderedProcessor.class)
                .filter(OrderedProcessor::isError)
                .isPresent();
    }
}
