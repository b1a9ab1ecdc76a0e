package cx.ecou.insight.figures;

/**
 * From how many answers on a figure is shown, and from how many it is compared.
 *
 * @param hiddenBelow fewer answers than this are hidden
 * @param lowBelow fewer answers than this are marked as a low base
 */
public record BaseRule(int hiddenBelow, int lowBelow) {

    public static final BaseRule USUAL = new BaseRule(5, 30);

    public BaseRule {
        if (hiddenBelow < 1 || lowBelow < hiddenBelow) {
            throw new IllegalArgumentException("a figure is hidden below 1 answer at least, and marked below no fewer"
                    + " than it is hidden: " + hiddenBelow + ", " + lowBelow);
        }
    }

    public Base of(long n) {
        return n < hiddenBelow ? Base.HIDDEN : n < lowBelow ? Base.LOW : Base.SOUND;
    }
}
