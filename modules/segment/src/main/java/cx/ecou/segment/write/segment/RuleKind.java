package cx.ecou.segment.write.segment;

/** What a rule or a part of it asks for, as it is written in {@code kind}. */
public enum RuleKind {
    GROUP,
    PROFILE,
    ATTRIBUTE,
    SCORE,
    COUNT,
    TIME
}
