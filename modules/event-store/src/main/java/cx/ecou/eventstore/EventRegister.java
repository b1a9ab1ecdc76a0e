package cx.ecou.eventstore;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The events that a module records, declared as a bean: a sealed interface whose records are stored under the logical
 * name {@code <module>.<record>}, so that moving a class never breaks history.
 *
 * @param module as in its folder: {@code action-plan}
 * @param events the sealed interface
 */
public record EventRegister(String module, Class<?> events) {

    /** @throws IllegalArgumentException when the type is no sealed interface of records */
    public EventRegister {
        if (!events.isInterface() || !events.isSealed()) {
            throw new IllegalArgumentException(events + " is not a sealed interface");
        }
    }

    /** Every record of the register, in the order in which the interface permits them. */
    public List<Class<?>> types() {
        return records(events).toList();
    }

    /** The name under which an event of this register is stored. */
    public String nameOf(Class<?> type) {
        return module + "." + type.getSimpleName();
    }

    private static Stream<Class<?>> records(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .flatMap(permitted -> permitted.isSealed() ? records(permitted) : Stream.of(permitted));
    }
}
