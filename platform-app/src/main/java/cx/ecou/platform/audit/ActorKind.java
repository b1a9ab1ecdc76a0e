package cx.ecou.platform.audit;

/** What kind of somebody has done something. */
public enum ActorKind {
    /** somebody with an account */
    COLLEAGUE,
    /** the program behind a key */
    PROGRAM,
    /** Ecou itself: at its start, or when something was due */
    ECOU,
    /** somebody who is not signed in */
    NOBODY
}
