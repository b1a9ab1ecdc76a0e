package cx.ecou.kernel;

/** Whether a score is good news: for NPS promoter, passive and detractor. */
public enum Band {
    POSITIVE,
    NEUTRAL,
    NEGATIVE
}
