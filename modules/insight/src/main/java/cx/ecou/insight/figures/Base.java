package cx.ecou.insight.figures;

/** Whether enough customers answered for a figure to be shown and compared. */
public enum Base {
    /** So few that single answers would show through: no value is given. */
    HIDDEN,
    /** Shown, marked, and never called a change. */
    LOW,
    SOUND
}
