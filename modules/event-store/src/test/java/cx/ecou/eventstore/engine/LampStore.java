package cx.ecou.eventstore.engine;

import cx.ecou.eventstore.EventRegister;
import cx.ecou.eventstore.Lamp;
import cx.ecou.eventstore.Lamp.LampLit;
import cx.ecou.eventstore.ModuleSchema;
import cx.ecou.eventstore.naming.LogicalNames;
import cx.ecou.eventstore.naming.NamedEventSerializer;
import cx.ecou.eventstore.postgres.Migrations;
import cx.ecou.eventstore.privacy.EventEncryption;
import cx.ecou.eventstore.testing.TestDatabase;
import cx.ecou.kernel.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.jpa.SQLStateResolver;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;

/** A store of lamps that were lit, each once, told apart by their brightness. */
public final class LampStore {

    private LampStore() {}

    public static DataSource database() {
        DataSource fresh = TestDatabase.fresh();
        Migrations.carryOut(fresh, List.of(new ModuleSchema("event-store", 0)));
        return fresh;
    }

    public static OrderedEventStorageEngine engine(DataSource database) {
        return engine(database, Lamp.class);
    }

    /** As a program sees it that knows other events. */
    public static OrderedEventStorageEngine engine(DataSource database, Class<?> lampEvents) {
        return engine(database, lampEvents, NoOpEventUpcaster.INSTANCE);
    }

    /** As a program sees it for which the stored events are out of date. */
    static OrderedEventStorageEngine engine(DataSource database, Class<?> lampEvents, EventUpcaster upcaster) {
        List<EventRegister> lamps = List.of(new EventRegister("lamp", lampEvents));
        return new OrderedEventStorageEngine(
                database,
                new NamedEventSerializer(new LogicalNames(lamps)),
                upcaster,
                new SQLStateResolver("23505"),
                EventEncryption.ofNothingPersonal(lamps));
    }

    /** Makes two lamps of what was stored as {@code lamp.LampsLit}. */
    static EventUpcaster twoOfOne() {
        return rows -> rows.flatMap(row -> row.getType().getName().equals("lamp.LampsLit")
                ? Stream.of(asLampLit(row), asLampLit(row))
                : Stream.of(row));
    }

    private static IntermediateEventRepresentation asLampLit(IntermediateEventRepresentation row) {
        return row.upcast(new SimpleSerializedType("lamp.LampLit", null), byte[].class, json -> json, all -> all);
    }

    public static EventMessage<?> lit(int brightness, Instant recordedAt) {
        return lit(Ids.next(), 0, brightness, recordedAt);
    }

    /** One of several events of a lamp. */
    public static EventMessage<?> lit(UUID lamp, long sequence, int brightness, Instant recordedAt) {
        return new GenericDomainEventMessage<>(
                "Lamp",
                lamp.toString(),
                sequence,
                new LampLit(lamp, brightness, null),
                Map.of(),
                Ids.next().toString(),
                recordedAt);
    }

    public static int brightness(EventMessage<?> event) {
        return ((LampLit) event.getPayload()).brightness();
    }
}
