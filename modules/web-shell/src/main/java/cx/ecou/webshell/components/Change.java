package cx.ecou.webshell.components;

/**
 * A significant change of a figure. Where a change is not significant there is none: the fragment then says so.
 *
 * @param by how much, with its sign
 * @param decimals as many as the figure itself has
 * @param unit what {@code by} counts
 * @param better whether this direction is good news for this figure
 */
public record Change(double by, int decimals, Unit unit, boolean better) {

    /** What a change is counted in. */
    public enum Unit {
        POINTS,
        HOURS,
        NONE
    }

    public static Change points(double by, boolean better) {
        return new Change(by, 1, Unit.POINTS, better);
    }

    public boolean up() {
        return by > 0;
    }

    /** Its size: the arrow and the hidden words say the direction. */
    public double size() {
        return Math.abs(by);
    }

    /** Key of the words behind the figure, for who does not see arrow and colour. */
    public String textKey() {
        return "change." + unit.name().toLowerCase(java.util.Locale.ROOT) + (up() ? ".up" : ".down");
    }
}
