package cx.ecou.eventstore.privacy;

import cx.ecou.eventstore.EventRegister;
import cx.ecou.kernel.DataSubject;
import cx.ecou.kernel.Personal;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Which events carry which personal components, derived from the marks {@link Personal} and {@link DataSubject}. What is
 * encrypted, exported, erased and searched for in tests is looked up here, so that none of them can forget one.
 */
public final class PersonalCatalogue {

    private final Map<Class<?>, PersonalParts> byType = new LinkedHashMap<>();

    /** @throws IllegalStateException when an event is marked in a way that would leave something in the clear */
    public PersonalCatalogue(List<EventRegister> registers) {
        for (EventRegister register : registers) {
            for (Class<?> type : register.types()) {
                enter(register.nameOf(type), type);
            }
        }
    }

    private void enter(String name, Class<?> type) {
        new MarkCheck(name, type).check();
        List<RecordComponent> personal = marked(type);
        if (!personal.isEmpty()) {
            RecordComponent subject = Arrays.stream(type.getRecordComponents())
                    .filter(component -> component.isAnnotationPresent(DataSubject.class))
                    .findFirst()
                    .orElseThrow();
            byType.put(type, new PersonalParts(name, type, subject, personal));
        }
    }

    static List<RecordComponent> marked(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> component.isAnnotationPresent(Personal.class))
                .toList();
    }

    /** All events with personal components, in the order of their registers. */
    public List<PersonalParts> all() {
        return List.copyOf(byType.values());
    }

    /** What is personal in events of a type; empty when nothing is. */
    public Optional<PersonalParts> of(Class<?> type) {
        return Optional.ofNullable(byType.get(type));
    }

    /**
     * What is personal in events of one type.
     *
     * @param event the name under which it is stored: {@code feedback.FeedbackReceived}
     * @param subject the component that names the person
     * @param components those that say something about the person
     */
    public record PersonalParts(
            String event, Class<?> type, RecordComponent subject, List<RecordComponent> components) {

        public PersonalParts {
            components = List.copyOf(components);
            subject.getAccessor().setAccessible(true);
        }

        /** The person whom an event of this type is about. */
        public UUID subjectOf(Object event) {
            try {
                return (UUID) subject.getAccessor().invoke(event);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("a record always answers for its components", e);
            }
        }
    }
}
