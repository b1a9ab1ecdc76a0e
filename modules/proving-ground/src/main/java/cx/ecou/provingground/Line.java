package cx.ecou.provingground;

import java.util.Locale;

/**
 * One line of the table of measurements.
 *
 * @param ours what the platform reached
 * @param other what it is compared with, empty where there is nothing
 * @param result the figure that counts
 * @param reach what it should be
 */
record Line(String work, String ours, String other, String result, String reach, boolean reached) {

    static final String HEAD = """
            | Work | Ecou | Compared with | Result | Reach | |
            | --- | --- | --- | --- | --- | --- |""";

    /** A figure that is told, without a mark to reach. */
    static Line figure(String work, double value) {
        return new Line(work, String.format(Locale.ROOT, "%,.0f", value), "–", "–", "a figure", true);
    }

    String markdown() {
        return "| " + String.join(" | ", work, ours, other, result, reach, reached ? "reached" : "**missed**") + " |";
    }
}
