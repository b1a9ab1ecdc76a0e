package cx.ecou.eventstore.processing;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.eventstore.Lamp.LampBroken;
import cx.ecou.eventstore.Lamp.LampLit;
import cx.ecou.eventstore.Unreadable;
import cx.ecou.eventstore.ledger.Tally;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventBatchTests {

    private static final UUID LAMP = UUID.fromString("0198f0aa-0000-7000-8000-000000000001");

    private final EventBatch.Selection ofLampsLit = new EventBatch.Selection(type -> type == LampLit.class);

    @ParameterizedTest(name = "{0} is halved into {1} and {2}")
    @CsvSource({
        "1 2, 1, 2",
        "1 2 3, 1, 2 3",
        "1 2 3 4, 1 2, 3 4",
        "1 1 1 2, 1 1 1, 2",
        "1 2 2 2, 1, 2 2 2",
        "1 1 2 2 3, 1 1, 2 2 3"
    })
    void a_batch_is_halved_between_two_positions(String positions, String first, String second) {
        EventBatch batch = batch(positions, 99);

        EventBatch half = batch.firstHalf();
        EventBatch rest = batch.after(half);

        assertThat(positions(half)).isEqualTo(first);
        assertThat(half.end()).isEqualTo(Long.parseLong(first.substring(first.length() - 1)));
        assertThat(positions(rest)).isEqualTo(second);
        assertThat(rest.end()).isEqualTo(99);
    }

    @Test
    void events_that_were_made_of_one_are_not_halved() {
        assertThat(batch("4 4 4", 9).isOnePosition()).isTrue();
        assertThat(batch("4", 9).isOnePosition()).isTrue();
        assertThat(batch("4 5", 9).isOnePosition()).isFalse();
    }

    @Test
    void events_that_were_made_of_one_count_once() {
        Tally one = Tally.NONE.plus(id(4));

        assertThat(EventBatch.tally(batch("4 4 4", 9).events())).isEqualTo(one);
        assertThat(EventBatch.tally(batch("4 4 5", 9).events())).isEqualTo(one.plus(id(5)));
        assertThat(EventBatch.tally(List.of())).isEqualTo(Tally.NONE);
    }

    @Test
    void what_cannot_be_read_concerns_those_whom_its_kin_concerns() {
        assertThat(ofLampsLit.has(unreadable(Set.of(LampLit.class)))).isTrue();
        assertThat(ofLampsLit.has(unreadable(Set.of(LampBroken.class, LampLit.class))))
                .isTrue();
        assertThat(ofLampsLit.has(unreadable(Set.of(LampBroken.class)))).isFalse();
    }

    @Test
    void without_kin_it_concerns_everybody() {
        assertThat(ofLampsLit.has(unreadable(Set.of()))).isTrue();
        assertThat(new EventBatch.Selection(type -> false).has(unreadable(Set.of())))
                .isTrue();
    }

    private static EventBatch batch(String positions, long end) {
        return new EventBatch(
                List.of(positions.split(" ")).stream()
                        .<TrackedEventMessage<?>>map(
                                position -> event(Long.parseLong(position), new LampLit(LAMP, 1, null)))
                        .toList(),
                end);
    }

    private static String positions(EventBatch batch) {
        return String.join(
                " ",
                batch.events().stream()
                        .map(event -> Long.toString(EventBatch.position(event)))
                        .toList());
    }

    private static TrackedEventMessage<?> unreadable(Set<Class<?>> kin) {
        return event(1, new Unreadable("lamp.LampPainted", "1", "an.Error", kin));
    }

    private static TrackedEventMessage<?> event(long position, Object payload) {
        return new GenericTrackedDomainEventMessage<>(
                new GlobalSequenceTrackingToken(position),
                "Lamp",
                LAMP.toString(),
                position,
                new GenericMessage<>(id(position).toString(), payload, Map.of()),
                () -> Instant.EPOCH);
    }

    private static UUID id(long position) {
        return new UUID(0x7000, Long.MIN_VALUE + position);
    }
}
