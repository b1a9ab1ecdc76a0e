package cx.ecou.kernel;

import java.util.UUID;

/** Who does something in Ecou: a {@link Colleague} on a page, or the {@link ApiClient} behind an API key. */
public sealed interface Actor permits Colleague, ApiClient {

    UUID id();

    String name();
}
