package cx.ecou.segment.events;

/** A moment in the life of a customer. */
public enum Moment {
    /** They said something for the last time. */
    LAST_FEEDBACK,
    /** Any source told of them for the last time. */
    LAST_SEEN,
    /** Any source told of them for the first time. */
    FIRST_SEEN
}
