package cx.ecou.eventstore.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import cx.ecou.eventstore.EventRegister;
import java.util.List;
import java.util.Set;
import org.axonframework.serialization.Revision;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamedEventSerializerTests {

    private final NamedEventSerializer serializer =
            new NamedEventSerializer(new LogicalNames(List.of(new EventRegister("door", Door.class))));

    sealed interface Door {

        @Revision("10")
        record DoorOpened(int times) implements Door {}

        record DoorClosed(int times) implements Door {}
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "1", "9", "10"})
    void its_own_revision_and_older_ones_are_read(@Nullable String revision) {
        assertThat(read("door.DoorOpened", revision)).isEqualTo(new Door.DoorOpened(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"11", "100", "1234567890123", "next"})
    void a_newer_one_is_not_even_if_its_json_would_fit(String revision) {
        assertThatThrownBy(() -> read("door.DoorOpened", revision))
                .asInstanceOf(type(UnknownRevision.class))
                .extracting(UnknownShape::kin)
                .isEqualTo(Set.of(Door.DoorOpened.class));
    }

    @Test
    void an_event_without_revision_is_older_than_its_first() {
        assertThat(read("door.DoorClosed", null)).isEqualTo(new Door.DoorClosed(3));
        assertThatThrownBy(() -> read("door.DoorClosed", "1")).isInstanceOf(UnknownRevision.class);
    }

    @Test
    void an_unknown_name_may_be_any_event_of_its_module() {
        assertThatThrownBy(() -> read("door.DoorPainted", "1"))
                .asInstanceOf(type(UnknownName.class))
                .extracting(UnknownShape::kin)
                .isEqualTo(Set.of(Door.DoorOpened.class, Door.DoorClosed.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"window.WindowOpened", "nonsense", ""})
    void a_name_of_no_known_module_may_be_anything(String name) {
        assertThatThrownBy(() -> read(name, "1"))
                .asInstanceOf(type(UnknownName.class))
                .extracting(UnknownShape::kin)
                .isEqualTo(Set.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"times\":\"many\"}", "{\"times\":1}{\"times\":2}"})
    void json_that_is_broken_or_does_not_fit_is_refused(String json) {
        assertThatThrownBy(() -> serializer.deserialize(new SimpleSerializedObject<>(
                        json, String.class, new SimpleSerializedType("door.DoorOpened", "10"))))
                .isInstanceOf(SerializationException.class);
    }

    private Object read(String name, @Nullable String revision) {
        return serializer.deserialize(
                new SimpleSerializedObject<>("{\"times\":3}", String.class, new SimpleSerializedType(name, revision)));
    }
}
