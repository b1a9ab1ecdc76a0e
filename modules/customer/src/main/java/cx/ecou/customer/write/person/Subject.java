package cx.ecou.customer.write.person;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** A subject that has been recognised, with the marks that it has left. */
final class Subject {

    private final UUID subjectId;
    private final UUID homeId;
    private UUID customerId;
    private final Set<Mark> marks = new HashSet<>();

    /** @param homeId as whom it was recognised */
    Subject(UUID subjectId, UUID homeId, UUID customerId) {
        this.subjectId = subjectId;
        this.homeId = homeId;
        this.customerId = customerId;
    }

    UUID subjectId() {
        return subjectId;
    }

    UUID homeId() {
        return homeId;
    }

    UUID customerId() {
        return customerId;
    }

    void belongsTo(UUID customerId) {
        this.customerId = customerId;
    }

    Set<Mark> marks() {
        return marks;
    }
}
