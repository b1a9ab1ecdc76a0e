package cx.ecou.eventstore.naming;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A newer program wrote the event. To read it as if it were an older one might read it wrong. */
public final class UnknownRevision extends UnknownShape {

    private static final long serialVersionUID = 1L;

    UnknownRevision(Class<?> type, @Nullable String stored) {
        super("revision " + stored + " of " + type.getSimpleName() + " is newer than this program", Set.of(type));
    }
}
