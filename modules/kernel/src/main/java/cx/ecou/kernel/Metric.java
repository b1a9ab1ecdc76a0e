package cx.ecou.kernel;

/** What a score measures. */
public enum Metric {
    /** Net Promoter Score question: how likely to recommend, 0–10. */
    NPS,
    /** Satisfaction with an experience, on the question's own scale. */
    CSAT,
    /** Customer effort, CES 2.0: "made it easy", 1–7 agreement, or an older scale. */
    CES
}
