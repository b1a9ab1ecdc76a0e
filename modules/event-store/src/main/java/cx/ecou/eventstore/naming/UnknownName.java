package cx.ecou.eventstore.naming;

import java.util.Set;

/** No module claims the name of a stored event. Where the module is known, it may be any of that module's events. */
public final class UnknownName extends UnknownShape {

    private static final long serialVersionUID = 1L;

    UnknownName(String name, Set<Class<?>> eventsOfItsModule) {
        super("no module claims the stored event " + name, eventsOfItsModule);
    }
}
