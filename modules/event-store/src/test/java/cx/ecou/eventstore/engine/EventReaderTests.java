package cx.ecou.eventstore.engine;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.eventstore.EventRegister;
import cx.ecou.eventstore.Lamp;
import cx.ecou.eventstore.Lamp.LampBroken;
import cx.ecou.eventstore.Lamp.LampLit;
import cx.ecou.eventstore.Unreadable;
import cx.ecou.eventstore.naming.LogicalNames;
import cx.ecou.eventstore.naming.NamedEventSerializer;
import cx.ecou.eventstore.naming.UnknownName;
import cx.ecou.eventstore.naming.UnknownRevision;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventReaderTests {

    private static final String LAMP = "0198f0aa-0000-7000-8000-000000000001";
    private static final String EVENT = "0198f0aa-0000-7000-8000-000000000002";
    private static final String LIT = "{\"lampId\":\"" + LAMP + "\",\"brightness\":7}";
    private static final Instant RECORDED = Instant.parse("2026-11-22T12:00:00Z");

    private EventUpcaster upcasters = NoOpEventUpcaster.INSTANCE;

    @Test
    void a_row_becomes_a_message_with_all_that_it_says() {
        TrackedEventMessage<?> message = read("lamp.LampLit", null, LIT).get(0);

        assertThat(message.getPayload())
                .isInstanceOfSatisfying(
                        LampLit.class, lit -> assertThat(lit.brightness()).isEqualTo(7));
        assertThat(message.getIdentifier()).isEqualTo(EVENT);
        assertThat(message.getTimestamp()).isEqualTo(RECORDED);
        assertThat(message.getMetaData()).isEmpty();
        assertThat(message.trackingToken().position()).hasValue(42);
        assertThat(message).isInstanceOfSatisfying(DomainEventMessage.class, event -> {
            assertThat(event.getAggregateIdentifier()).isEqualTo(LAMP);
            assertThat(event.getType()).isEqualTo("Lamp");
            assertThat(event.getSequenceNumber()).isEqualTo(3);
        });
    }

    @Test
    void an_unknown_name_is_handed_over_as_unreadable_in_its_place() {
        TrackedEventMessage<?> message = read("lamp.LampPainted", "1", LIT).get(0);

        assertThat(message.getPayload())
                .isEqualTo(new Unreadable(
                        "lamp.LampPainted", "1", UnknownName.class.getName(), Set.of(LampLit.class, LampBroken.class)));
        assertThat(message.trackingToken().position()).hasValue(42);
        assertThat(((DomainEventMessage<?>) message).getAggregateIdentifier()).isEqualTo(LAMP);
    }

    @Test
    void so_is_a_newer_revision() {
        assertThat(read("lamp.LampLit", "2", LIT).get(0).getPayload())
                .isEqualTo(new Unreadable("lamp.LampLit", "2", UnknownRevision.class.getName(), Set.of(LampLit.class)));
    }

    @Test
    void broken_json_shows_only_to_those_who_want_it() {
        TrackedEventMessage<?> message = read("lamp.LampLit", null, "{").get(0);

        assertThat(message.getPayloadType()).isEqualTo(LampLit.class);
    }

    @Test
    void an_older_shape_is_upcast_also_to_several_events() {
        upcasters = LampStore.twoOfOne();

        assertThat(read("lamp.LampsLit", "1", LIT))
                .hasSize(2)
                .allSatisfy(message -> assertThat(message.getPayloadType()).isEqualTo(LampLit.class))
                .allSatisfy(message ->
                        assertThat(message.trackingToken().position()).hasValue(42));
    }

    @Test
    void an_upcaster_that_fails_makes_one_event_unreadable_and_no_other() {
        upcasters = rows -> rows.map(row -> {
            throw new IllegalStateException("not this one");
        });

        assertThat(read("lamp.LampsLit", "1", LIT).get(0).getPayload())
                .isEqualTo(new Unreadable("lamp.LampsLit", "1", "java.lang.IllegalStateException", Set.of()));
        assertThat(read("lamp.LampLit", null, LIT).get(0).getPayload()).isInstanceOf(LampLit.class);
    }

    private List<TrackedEventMessage<?>> read(String name, @Nullable String revision, String json) {
        var serializer = new NamedEventSerializer(new LogicalNames(List.of(new EventRegister("lamp", Lamp.class))));
        List<TrackedEventMessage<?>> messages = new ArrayList<>();
        new EventReader(serializer, upcasters)
                .read(
                        new StoredRow(
                                42,
                                EVENT,
                                "Lamp",
                                LAMP,
                                3,
                                RECORDED,
                                new SimpleSerializedObject<>(
                                        json.getBytes(StandardCharsets.UTF_8),
                                        byte[].class,
                                        new SimpleSerializedType(name, revision)),
                                new SimpleSerializedObject<>(
                                        new byte[] {'{', '}'},
                                        byte[].class,
                                        new SimpleSerializedType(MetaData.class.getName(), null)),
                                null),
                        messages::add);
        return messages;
    }
}
