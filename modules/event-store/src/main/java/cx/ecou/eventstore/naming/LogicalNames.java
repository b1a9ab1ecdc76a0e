package cx.ecou.eventstore.naming;

import cx.ecou.eventstore.EventRegister;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.serialization.AnnotationRevisionResolver;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;

/** Which class carries which stored name, gathered from the registers of all modules. */
public final class LogicalNames {

    private final Map<Class<?>, SerializedType> typeOfClass = new HashMap<>();
    private final Map<String, Class<?>> classOfName = new HashMap<>();

    /** @throws IllegalStateException when two events claim one name */
    public LogicalNames(List<EventRegister> registers) {
        var revisions = new AnnotationRevisionResolver();
        for (EventRegister register : registers) {
            for (Class<?> type : register.types()) {
                String name = register.nameOf(type);
                if (classOfName.put(name, type) != null) {
                    throw new IllegalStateException("two events are named " + name);
                }
                typeOfClass.put(type, new SimpleSerializedType(name, revisions.revisionOf(type)));
            }
        }
    }

    /** The names of all events that this program knows. */
    public Set<String> all() {
        return Set.copyOf(classOfName.keySet());
    }

    /** The stored name of an event class; nothing for classes that are no registered event. */
    public @Nullable SerializedType of(Class<?> type) {
        return typeOfClass.get(type);
    }

    @Nullable
    Class<?> classOf(String name) {
        return classOfName.get(name);
    }
}
