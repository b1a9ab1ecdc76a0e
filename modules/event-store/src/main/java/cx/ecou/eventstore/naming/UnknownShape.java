package cx.ecou.eventstore.naming;

import java.util.Set;
import org.axonframework.serialization.SerializationException;

/** A stored event has a shape that this program does not know. */
public abstract class UnknownShape extends SerializationException {

    private static final long serialVersionUID = 1L;

    private final transient Set<Class<?>> kin;

    UnknownShape(String message, Set<Class<?>> kin) {
        super(message);
        this.kin = kin;
    }

    /** The events of which it may be one; empty when it may be any. */
    public Set<Class<?>> kin() {
        return kin;
    }
}
