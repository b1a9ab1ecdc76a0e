package cx.ecou.eventstore;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The events of these tests. */
public sealed interface Lamp {

    /** @param note free text, may be missing */
    record LampLit(UUID lampId, int brightness, @Nullable String note) implements Lamp {}

    record LampBroken(UUID lampId) implements Lamp {}
}
