package cx.ecou.segment.automation;

import cx.ecou.eventstore.Failure;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Keeps what is done for one segment apart from all others: of rules that cannot be asked it is said once. */
@Component
class BrokenRules {

    private static final Logger log = LoggerFactory.getLogger("ecou");

    private final Map<UUID, String> known = new ConcurrentHashMap<>();

    /**
     * Does what is to be done for a segment. What may succeed later as it is, because the database was away or another was
     * faster, is no matter of the rule and thrown on.
     *
     * @return whether it could be done
     */
    boolean apart(UUID segmentId, Runnable work) {
        try {
            work.run();
            known.remove(segmentId);
            return true;
        } catch (RuntimeException e) {
            Failure failure = Failure.of(e);
            if (failure.passing()) {
                throw e;
            }
            say(segmentId, failure.toString());
            return false;
        }
    }

    private void say(UUID segmentId, String failure) {
        if (!failure.equals(known.put(segmentId, failure))) {
            log.error("The rule of segment {} cannot be asked, and nobody enters or leaves it: {}", segmentId, failure);
        }
    }
}
