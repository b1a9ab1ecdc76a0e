package cx.ecou.documents;

import cx.ecou.eventstore.EventRegister;
import cx.ecou.kernel.DataSubject;
import cx.ecou.kernel.Personal;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** Writes {@code docs/events.md} from the registers of events. */
final class EventsDocument {

    private static final String HEAD = """
            # Events

            Generated from the registers of events; do not edit. A test fails when this page is stale, and this writes it anew:

            ```sh
            %s
            ```

            An event is stored under its name with its revision, as JSON with these members. What may be missing is marked
            *optional*; **personal** says something about the person whom the *subject* names, is stored encrypted (all of an event in one member
            `personal`), and appears in no log, id, URL or metric.
            """;

    private final List<EventRegister> registers;

    EventsDocument(List<EventRegister> registers) {
        this.registers = registers.stream()
                .sorted(Comparator.comparing(EventRegister::module))
                .toList();
    }

    String text(String command) {
        return HEAD.formatted(command)
                + registers.stream().map(EventsDocument::module).collect(Collectors.joining());
    }

    private static String module(EventRegister register) {
        return "\n## " + register.module() + "\n"
                + register.types().stream().map(type -> event(register, type)).collect(Collectors.joining());
    }

    private static String event(EventRegister register, Class<?> type) {
        Revision revision = type.getAnnotation(Revision.class);
        return "\n### " + register.nameOf(type) + "\n\nRevision " + (revision == null ? "none" : revision.value())
                + "\n\n| Member | Type | |\n| --- | --- | --- |\n"
                + Arrays.stream(type.getRecordComponents())
                        .map(EventsDocument::member)
                        .collect(Collectors.joining());
    }

    private static String member(RecordComponent component) {
        return "| `" + component.getName() + "` | " + name(component.getGenericType()) + " | " + marks(component)
                + " |\n";
    }

    private static String marks(RecordComponent component) {
        return Stream.of(
                        component.isAnnotationPresent(DataSubject.class) ? "*subject*" : "",
                        component.isAnnotationPresent(Personal.class) ? "**personal**" : "",
                        component.getAnnotatedType().isAnnotationPresent(Nullable.class) ? "optional" : "")
                .filter(mark -> !mark.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String name(Type type) {
        if (type instanceof ParameterizedType generic) {
            return name(generic.getRawType()) + " of "
                    + Arrays.stream(generic.getActualTypeArguments())
                            .map(EventsDocument::name)
                            .collect(Collectors.joining(" to "));
        }
        Class<?> plain = (Class<?>) type;
        return plain.isEnum()
                ? Arrays.stream(plain.getEnumConstants()).map(String::valueOf).collect(Collectors.joining(", "))
                : plain.getSimpleName();
    }
}
