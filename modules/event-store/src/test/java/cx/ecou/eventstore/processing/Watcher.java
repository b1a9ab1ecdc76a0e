package cx.ecou.eventstore.processing;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes down the events of one type, each once, and fails at those it is told to. */
final class Watcher implements EventHandlerInvoker {

    final String name;
    private final JdbcClient rows;
    private final String type;
    private final Map<Long, Callable<?>> failures = new ConcurrentHashMap<>();

    Watcher(String name, String type, DataSource database) {
        this.name = name;
        this.type = type;
        this.rows = JdbcClient.create(database);
    }

    static void makeTable(JdbcClient rows) {
        rows.sql("""
                        create table public.seen (watcher text, lamp uuid, sequence bigint constraint seen_early
                          check (sequence < 1000), at timestamptz default clock_timestamp(), unique (watcher, lamp, sequence))""").update();
    }

    /** Fails at the event with this number in its sequence, of whatever lamp. */
    void failsAt(long sequence, Callable<?> how) {
        failures.put(sequence, how);
    }

    void isMended() {
        failures.clear();
    }

    @Override
    public boolean canHandle(EventMessage<?> event, Segment segment) {
        return canHandleType(event.getPayloadType());
    }

    @Override
    public boolean canHandleType(Class<?> payloadType) {
        return payloadType.getSimpleName().equals(type);
    }

    @Override
    public void handle(EventMessage<?> event, Segment segment) throws Exception {
        var lamp = (DomainEventMessage<?>) event;
        rows.sql("insert into public.seen (watcher, lamp, sequence) values (?, ?, ?)")
                .params(name, UUID.fromString(lamp.getAggregateIdentifier()), lamp.getSequenceNumber())
                .update();
        event.getPayload();
        Callable<?> failure = failures.get(lamp.getSequenceNumber());
        if (failure != null) {
            failure.call();
        }
    }
}
