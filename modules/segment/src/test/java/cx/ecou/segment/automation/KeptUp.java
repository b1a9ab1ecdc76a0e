package cx.ecou.segment.automation;

import cx.ecou.segment.World;
import org.springframework.stereotype.Component;

/** Does now what the scheduler would do in a moment, and waits until it is visible. */
@Component
public class KeptUp {

    private final KeepingMembership keeping;
    private final World world;

    KeptUp(KeepingMembership keeping, World world) {
        this.keeping = keeping;
        this.world = world;
    }

    public void now() {
        world.settles();
        keeping.catchUp();
        world.settles();
    }
}
