package cx.ecou.platform.audit.chain;

/**
 * Something in the audit log that is not as it was linked.
 *
 * @param entryId the entry; for a broken chain, the first one behind the break
 */
public record Finding(Kind kind, long entryId) {

    /** What was done. */
    public enum Kind {
        /** the entry is there and says something else than when it was linked */
        ALTERED("entry %d was altered"),
        /** its link is there, the entry is gone */
        MISSING("entry %d is missing"),
        /** it was not there when those behind it were linked */
        INSERTED("entry %d was slipped in"),
        /** what it was linked to is gone or altered */
        BROKEN("what stood before entry %d is gone, or its link was altered");

        private final String sentence;

        Kind(String sentence) {
            this.sentence = sentence;
        }
    }

    /** What an operator reads. */
    public String sentence() {
        return "Audit log: " + kind.sentence.formatted(entryId) + ".";
    }
}
