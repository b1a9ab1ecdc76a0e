package cx.ecou.eventstore.seal;

import java.time.LocalDate;

/**
 * Something that is not as it was sealed.
 *
 * @param day under whose seal it lies; for a row that was slipped in, the day that it claims
 * @param position of the event; for a seal, of its first event
 */
public record Finding(LocalDate day, Kind kind, long position) {

    /** What was done. */
    public enum Kind {
        /** the row is there and says something else than when it was sealed */
        ALTERED("the event at position %d was altered"),
        /** the row is gone */
        MISSING("the event at position %d is missing"),
        /** the row was not there when its neighbours were sealed */
        INSERTED("the event at position %d was slipped in"),
        /** the seal of a run of events was altered, or the one before it is gone */
        SEAL("the seal of the events from position %d on was altered, or the seal before it is gone"),
        /** the seal of the day does not fit its events' seals, or the seal before it is gone */
        DAY_SEAL("the seal of the day that begins at position %d was altered, or seals of events or of a day are gone");

        private final String sentence;

        Kind(String sentence) {
            this.sentence = sentence;
        }
    }

    /** What an operator reads. */
    public String sentence() {
        return "Day " + day + ": " + kind.sentence.formatted(position) + ".";
    }
}
