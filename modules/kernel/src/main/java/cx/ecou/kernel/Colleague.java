package cx.ecou.kernel;

import java.util.Set;
import java.util.UUID;

/**
 * Somebody who works in Ecou, as the modules need to know them.
 *
 * @param id of the account
 * @param name as shown beside what they did
 * @param role what they may do
 * @param touchpoints the touchpoints they answer for, as written in feedback; empty for most
 * @param available whether new work may be given to them
 */
public record Colleague(UUID id, String name, Role role, Set<String> touchpoints, boolean available) implements Actor {

    public Colleague {
        touchpoints = Set.copyOf(touchpoints);
    }
}
