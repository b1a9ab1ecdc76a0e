package cx.ecou.actionplan.web;

import cx.ecou.kernel.Personal;
import cx.ecou.kernel.Redacted;
import org.jspecify.annotations.Nullable;

/** What people type on the page of a case, as it was sent: it is shown again when it cannot be accepted. */
final class CaseForms {

    private CaseForms() {}

    /**
     * To whom the case is given.
     *
     * @param owner id of a colleague
     */
    record Assignment(@Nullable String owner) {}

    /** How we spoke with the customer, and what was said. */
    record Contact(
            @Nullable String channel, @Personal @Nullable String note) {
        @Override
        public String toString() {
            return Redacted.describe(this);
        }
    }

    /** What the next one should know. */
    record Note(@Personal @Nullable String text) {
        @Override
        public String toString() {
            return Redacted.describe(this);
        }
    }

    /** How it ended and why it had happened. */
    record Resolution(
            @Nullable String outcome,
            @Nullable String rootCause,
            @Personal @Nullable String note) {
        @Override
        public String toString() {
            return Redacted.describe(this);
        }
    }

    /** Why it is not over. */
    record Reopening(@Personal @Nullable String reason) {
        @Override
        public String toString() {
            return Redacted.describe(this);
        }
    }

    /** Nothing to type. */
    record Closing() {}

    /** The form of a step before anybody typed. */
    static Record empty(Step step) {
        return switch (step) {
            case ASSIGNMENT -> new Assignment(null);
            case CONTACT -> new Contact(null, null);
            case NOTES -> new Note(null);
            case RESOLUTION -> new Resolution(null, null, null);
            case REOPENING -> new Reopening(null);
            case CLOSING -> new Closing();
        };
    }
}
