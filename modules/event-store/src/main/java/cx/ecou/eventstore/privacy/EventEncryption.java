package cx.ecou.eventstore.privacy;

import cx.ecou.eventstore.EventRegister;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;

/**
 * Stands between events and the table: what is personal in them is encrypted on the way in and decrypted on the way out. Keys
 * are fetched for as many events at once as are written or read together.
 */
public final class EventEncryption {

    private final EventJson json;
    private final Supplier<SubjectKeys> keys;

    /** @param keys asked for when the first personal event is met */
    public EventEncryption(PersonalCatalogue catalogue, Supplier<SubjectKeys> keys) {
        this.json = new EventJson(catalogue);
        this.keys = SingletonSupplier.of(keys);
    }

    /**
     * For events without personal components.
     *
     * @throws IllegalStateException later, when one has some
     */
    public static EventEncryption ofNothingPersonal(List<EventRegister> registers) {
        return new EventEncryption(new PersonalCatalogue(registers), () -> {
            throw new IllegalStateException("there are no keys for what is personal");
        });
    }

    /** What is personal in an event that is to be stored, not encrypted yet; null for nothing. */
    public EventJson.@Nullable Said personal(Object event) {
        return json.personal(event);
    }

    /** The keys for events that are written together in the transaction of this thread; those of new persons are made. */
    public EventKeys toEncrypt(Collection<EventJson.Said> personal) {
        return personal.isEmpty()
                ? EventKeys.NONE
                : new EventKeys(Objects.requireNonNull(keys.get())
                        .findOrMake(
                                personal.stream().map(EventJson.Said::subject).toList()));
    }

    /**
     * The JSON of an event as it is to be stored.
     *
     * @param personal what {@link #personal} said of it
     * @param with keys among which is that of its person
     */
    public byte[] encrypted(EventIdentity identity, Object event, EventJson.@Nullable Said personal, EventKeys with) {
        return with.encrypt(identity, json.clear(event), personal);
    }

    /** The keys for stored events that are read together. */
    public EventKeys toDecrypt(Collection<byte[]> stored) {
        Set<UUID> subjects = new HashSet<>();
        for (byte[] event : stored) {
            UUID subject = StoredText.subjectOf(event);
            if (subject != null) {
                subjects.add(subject);
            }
        }
        return subjects.isEmpty()
                ? EventKeys.NONE
                : new EventKeys(Objects.requireNonNull(keys.get()).findForReading(subjects));
    }
}
