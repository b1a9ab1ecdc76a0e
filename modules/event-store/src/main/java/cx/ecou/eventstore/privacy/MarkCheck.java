package cx.ecou.eventstore.privacy;

import cx.ecou.kernel.DataSubject;
import cx.ecou.kernel.Personal;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Whether the personal components of an event are marked so that all of them can be encrypted, and read as erased. */
final class MarkCheck {

    private final String event;
    private final Class<?> type;

    MarkCheck(String event, Class<?> type) {
        this.event = event;
        this.type = type;
    }

    /** @throws IllegalStateException with a sentence for whoever wrote the event */
    void check() {
        List<RecordComponent> personal = PersonalCatalogue.marked(type);
        for (RecordComponent component : type.getRecordComponents()) {
            checkInside(component);
            require(
                    !component.getName().equals(StoredText.MEMBER),
                    "has a component named " + StoredText.MEMBER + ", which stands for what is encrypted: rename it");
        }
        if (!personal.isEmpty()) {
            checkSubject();
            personal.forEach(component -> require(
                    !component.getType().isPrimitive(),
                    "has the @Personal component " + component.getName()
                            + " of a primitive type, which cannot read as erased: use a boxed one"));
        }
    }

    private void checkSubject() {
        List<RecordComponent> subjects = Arrays.stream(type.getRecordComponents())
                .filter(component -> component.isAnnotationPresent(DataSubject.class))
                .toList();
        require(
                subjects.size() == 1 && subjects.get(0).getType() == UUID.class,
                "has @Personal components and needs exactly one @DataSubject component, a UUID");
        require(
                !subjects.get(0).isAnnotationPresent(Personal.class),
                "has a @DataSubject that is @Personal: it must stay readable");
    }

    /** A mark on a part of a part would not be seen. */
    private void checkInside(RecordComponent component) {
        require(
                component.isAnnotationPresent(Personal.class)
                        || !hasMark(component.getGenericType(), new HashSet<>(Set.of(type))),
                "has @Personal parts inside of its component " + component.getName() + ": mark the component itself");
    }

    private static boolean hasMark(Type found, Set<Class<?>> seen) {
        if (found instanceof ParameterizedType generic) {
            return Stream.of(generic.getActualTypeArguments()).anyMatch(argument -> hasMark(argument, seen));
        }
        return found instanceof Class<?> plain
                && plain.isRecord()
                && seen.add(plain)
                && Stream.of(plain.getRecordComponents())
                        .anyMatch(part ->
                                part.isAnnotationPresent(Personal.class) || hasMark(part.getGenericType(), seen));
    }

    private void require(boolean kept, String otherwise) {
        if (!kept) {
            throw new IllegalStateException("The event " + event + " " + otherwise + ".");
        }
    }
}
