package cx.ecou.provingground;

import java.util.UUID;
import org.axonframework.serialization.Revision;

/** The events of a store that holds nothing else. */
public sealed interface Tick {

    /** @param number told apart by it */
    @Revision("1")
    record Ticked(UUID clockId, long number) implements Tick {}
}
