package cx.ecou.insight.web;

import cx.ecou.insight.figures.Kpi;
import cx.ecou.kernel.Band;
import cx.ecou.kernel.Scale;
import cx.ecou.kernel.Score;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A band of answers in the legend: "Promoters 9–10".
 *
 * @param tone {@code positive}, {@code neutral} or {@code negative}
 * @param range the whole answers that belong to it; empty when the scale has none
 */
record BandView(String tone, String name, String range) {

    /** Best first. */
    static List<BandView> of(Kpi kpi, Scale scale, Wording wording) {
        return Arrays.stream(Band.values())
                .map(band -> new BandView(
                        band.name().toLowerCase(Locale.ROOT),
                        wording.text("bands." + kpi.key() + "." + band.name()),
                        range(kpi, scale, band)))
                .toList();
    }

    private static String range(Kpi kpi, Scale scale, Band band) {
        int[] values = IntStream.rangeClosed(scale.low(), scale.high())
                .filter(value -> new Score(kpi.metric(), BigDecimal.valueOf(value), scale).band() == band)
                .toArray();
        if (values.length == 0) {
            return "";
        }
        int last = values[values.length - 1];
        return values[0] == last ? String.valueOf(last) : values[0] + "–" + last;
    }
}
