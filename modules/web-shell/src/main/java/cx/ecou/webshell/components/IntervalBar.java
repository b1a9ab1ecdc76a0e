package cx.ecou.webshell.components;

import org.jspecify.annotations.Nullable;

/**
 * A figure with its uncertainty on a line, drawn by the server: track, interval, value, and where they are known the
 * previous value (ring) and the target (tick).
 *
 * @param from left end of the track
 * @param to right end of the track, above {@code from}
 * @param low lower bound of the interval
 * @param value the figure
 * @param high upper bound of the interval
 * @param previous the figure of the period before, if it is known
 * @param target what is aimed at, if something is
 * @param sentence all of it in words: the picture's name for who cannot see it
 */
public record IntervalBar(
        double from,
        double to,
        double low,
        double value,
        double high,
        @Nullable Double previous,
        @Nullable Double target,
        String sentence) {

    private static final double WIDTH = 240;
    private static final double MARGIN = 6;

    public IntervalBar {
        if (to <= from) {
            throw new IllegalArgumentException("a track runs from a lower to a higher value");
        }
    }

    /** Where a value stands in the picture, in its units from 0 to 240; a value beyond the track stands at its end. */
    public double x(double figure) {
        double share = Math.min(1, Math.max(0, (figure - from) / (to - from)));
        return Math.round((MARGIN + share * (WIDTH - 2 * MARGIN)) * 10) / 10.0;
    }
}
