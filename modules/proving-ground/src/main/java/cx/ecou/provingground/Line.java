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

    /** Ours against raw inserts of the same bytes, by the medians of several rounds. */
    static Line ratio(String work, double[] ours, double[] raw, double reach) {
        return compared(work, ours, "raw inserts", raw, reach);
    }

    static Line compared(String work, double[] ours, String other, double[] theirs, double reach) {
        double ratio = Samples.of(ours).median() / Samples.of(theirs).median();
        return new Line(
                work,
                Samples.of(ours).range(),
                other + " " + Samples.of(theirs).range(),
                String.format(Locale.ROOT, "ratio %.2f", ratio),
                String.format(Locale.ROOT, "≥ %.2f", reach),
                ratio >= reach);
    }

    String markdown() {
        return "| " + String.join(" | ", work, ours, other, result, reach, reached ? "reached" : "**missed**") + " |";
    }
}
