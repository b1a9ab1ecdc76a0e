package cx.ecou.webshell.testing;

import cx.ecou.webshell.audit.AuditTrail;
import cx.ecou.webshell.audit.Deed;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** In place of the platform's log: what a module has said somebody did. */
public final class RecordedDeeds implements AuditTrail {

    private final List<Deed> deeds = new CopyOnWriteArrayList<>();

    @Override
    public void record(Deed deed) {
        deeds.add(deed);
    }

    /** The newest deed on a kind of thing; fails if there is none. */
    public Deed last(String kind) {
        return deeds.stream()
                .filter(deed -> deed.kind().equals(kind))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new AssertionError("nobody did anything to " + kind + ": " + deeds));
    }

    /** How many deeds there are. */
    public int count() {
        return deeds.size();
    }
}
