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
    private final Map<String, Integer> revisionOfName = new HashMap<>();
    private final Map<String, Set<Class<?>>> classesOfModule = new HashMap<>();

    /** @throws IllegalStateException when two events claim one name */
    public LogicalNames(List<EventRegister> registers) {
        var revisions = new AnnotationRevisionResolver();
        for (EventRegister register : registers) {
            classesOfModule.put(register.module(), Set.copyOf(register.types()));
            for (Class<?> type : register.types()) {
                String name = register.nameOf(type);
                if (classOfName.put(name, type) != null) {
                    throw new IllegalStateException("two events are named " + name);
                }
                String revision = revisions.revisionOf(type);
                typeOfClass.put(type, new SimpleSerializedType(name, revision));
                revisionOfName.put(name, number(revision));
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

    /** The type under which a stored name is written today; nothing when no module claims it. */
    public @Nullable SerializedType today(String name) {
        Class<?> type = classOfName.get(name);
        return type == null ? null : typeOfClass.get(type);
    }

    /**
     * The class that reads a stored shape; nothing for a name that is not registered. An older revision may be read too:
     * what it lacks is nullable.
     *
     * @throws UnknownRevision when the revision is newer than this program
     */
    @Nullable
    Class<?> classOf(SerializedType stored) {
        Class<?> type = classOfName.get(stored.getName());
        if (type != null && number(stored.getRevision()) > revisionOfName.getOrDefault(stored.getName(), 0)) {
            throw new UnknownRevision(type, stored.getRevision());
        }
        return type;
    }

    /** All events of the module that a stored name belongs to; empty for a module that is not known. */
    Set<Class<?>> eventsOfItsModule(String name) {
        return classesOfModule.getOrDefault(name.substring(0, Math.max(0, name.indexOf('.'))), Set.of());
    }

    /** Revisions are counted from 1. None at all is older than the first, and what is no number newer than any. */
    private static int number(@Nullable String revision) {
        if (revision == null || revision.isEmpty()) {
            return 0;
        }
        boolean counted = revision.length() < 9 && revision.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        return counted ? Integer.parseInt(revision) : Integer.MAX_VALUE;
    }
}
