package cx.ecou.kernel;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Describes records without their personal parts, for {@code toString} and logs. */
public final class Redacted {

    private Redacted() {}

    /** The record's name and components, each {@link Personal} one shown as {@code •••}. */
    public static String describe(Record described) {
        return Arrays.stream(described.getClass().getRecordComponents())
                .map(component -> component.getName() + "=" + shown(described, component))
                .collect(Collectors.joining(", ", described.getClass().getSimpleName() + "[", "]"));
    }

    private static Object shown(Record described, RecordComponent component) {
        if (component.isAnnotationPresent(Personal.class)) {
            return "•••";
        }
        try {
            component.getAccessor().setAccessible(true);
            return String.valueOf(component.getAccessor().invoke(described));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record always answers for its components", e);
        }
    }
}
