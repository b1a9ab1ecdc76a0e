package cx.ecou.platform.operations;

import cx.ecou.eventstore.rebuild.Rebuild;
import org.jspecify.annotations.Nullable;

/**
 * A read model that can be rebuilt.
 *
 * @param name of its processing group
 * @param rebuild the one that is under way, else the last one; null when there was none
 */
record ModelRow(String name, @Nullable Rebuild rebuild) {

    public boolean active() {
        return rebuild != null && rebuild.state().isActive();
    }
}
