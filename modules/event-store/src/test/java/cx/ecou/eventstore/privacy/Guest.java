package cx.ecou.eventstore.privacy;

import cx.ecou.kernel.DataSubject;
import cx.ecou.kernel.Personal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The events of these tests: what guests of a house write into its book. */
public sealed interface Guest {

    /** Everything that can be personal: text, number, record, map, list. */
    record GuestWrote(
            UUID entryId,
            @DataSubject UUID guestId,
            int room,
            @Personal @Nullable String name,
            @Personal @Nullable Integer age,
            @Personal @Nullable Address address,
            @Personal Map<String, String> wishes,
            @Personal List<String> companions,
            @Personal @Nullable List<String> languages,
            @Nullable String weather)
            implements Guest {}

    record GuestLeft(UUID entryId, @DataSubject UUID guestId) implements Guest {}

    record GuestsMet(UUID entryId, List<UUID> guests) implements Guest {}

    record EntryRead(UUID entryId) implements Guest {}

    record Address(String street, @Nullable Integer number) {}

    /** Of Ana Kowalska, in the second room. */
    static GuestWrote ana(UUID guest) {
        return new GuestWrote(
                UUID.randomUUID(),
                guest,
                2,
                "Ana \"Kowalska\" \\ żółć",
                34,
                new Address("ulica Długa", 7),
                Map.of("pillow", "hard", "tea", "none"),
                List.of("Jan"),
                List.of("pl", "ro"),
                "rain");
    }

    /** The same with nothing that says who it was. */
    static GuestWrote without(GuestWrote said) {
        return new GuestWrote(
                said.entryId, said.guestId, said.room, null, null, null, Map.of(), List.of(), null, said.weather);
    }
}
