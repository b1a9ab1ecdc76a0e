package cx.ecou.kernel;

import java.util.Set;
import java.util.UUID;

/**
 * A program that speaks to the API with a key.
 *
 * @param id of the key
 * @param name given to the key by the administrator who made it
 * @param scopes what it may do, for instance {@code feedback:write}
 */
public record ApiClient(UUID id, String name, Set<String> scopes) implements Actor {

    public ApiClient {
        scopes = Set.copyOf(scopes);
    }
}
