package cx.ecou.customer.write.person;

import cx.ecou.customer.events.IdentityKind;
import cx.ecou.customer.events.SubjectRecognised;
import java.time.Instant;
import java.util.UUID;

/** What a recognition comes to. */
interface Findings {

    /** Somebody is a customer who was none before. */
    void customer(Person person);

    /** A subject belongs to a customer. */
    void recognised(Subject subject, SubjectRecognised event);

    /** A subject can be recognised by this from now on. */
    void marked(Subject subject, Mark mark);

    /**
     * A subject can no longer be recognised by this.
     *
     * @return whether its customer still can, by another subject
     */
    boolean unmarked(Subject subject, Mark mark);

    /** Something was recorded of a subject that is erased, perhaps by somebody who had begun before: nothing of it is to stay. */
    void seenAfterErasure(UUID subjectId);

    /** Two customers are one. */
    void merged(UUID remaining, UUID merged, IdentityKind because);

    /** Two customers may be one: somebody should look. */
    void duplicate(UUID customerId, UUID otherId, DuplicateReason reason, Instant at);
}
