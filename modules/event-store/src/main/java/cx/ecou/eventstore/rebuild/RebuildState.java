package cx.ecou.eventstore.rebuild;

/** How far a rebuild has come. */
public enum RebuildState {
    /** Asked for; nothing is there yet. */
    BEGINNING,
    /** Events are read into the copy. */
    READING,
    /** The copy gets the indexes that its readers need. */
    INDEXING,
    /** Both are compared, and the copy takes the place of the live read model. */
    SWITCHING,
    /** The copy is live. */
    DONE,
    /** Somebody called it off; the live read model was not touched. */
    CANCELLED,
    /** It met what it could not handle; the live read model was not touched. */
    FAILED;

    /** Whether somebody works on it. */
    public boolean isActive() {
        return compareTo(DONE) < 0;
    }

    /** Whether it may still lack keys. */
    boolean isLoading() {
        return compareTo(INDEXING) < 0;
    }

    static String[] active() {
        return new String[] {BEGINNING.name(), READING.name(), INDEXING.name(), SWITCHING.name()};
    }
}
