package cx.ecou.segment.write.segment;

/** How large a rule may be. */
public final class RuleLimits {

    /** Groups around a condition. */
    public static final int DEEPEST = 5;

    public static final int MOST_CONDITIONS = 50;
    public static final int MOST_VALUES = 50;
    public static final int LONGEST_TEXT = 200;
    public static final int MOST_DAYS = 3_650;
    public static final int MOST_FEEDBACK = 1_000;

    private RuleLimits() {}
}
