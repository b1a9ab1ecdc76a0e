package cx.ecou.actionplan.automation;

import cx.ecou.actionplan.events.Priority;
import cx.ecou.kernel.Metric;
import cx.ecou.kernel.Score;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which scores open a case, {@code ecou.action-plan.negative.*}, and how severe they are:
 *
 * <pre>
 *            URGENT           HIGH               NORMAL
 * NPS        0 to 2.5         3 to 4.5           5 and above, below nps-below
 * CSAT, CES  the worst box    the second worst   the other negative boxes
 * </pre>
 *
 * The defaults are the negative band of the KPI definitions: NPS below 7, the two worst boxes of CSAT, the three worst
 * of seven for CES (on other scales the part of the same size).
 *
 * @param npsBelow NPS below this value opens a case; halves count
 * @param csatBoxes how many of the worst boxes of a CSAT question open one, at most half of them
 * @param cesBoxes how many of the worst boxes of a seven-box CES question open one
 */
@ConfigurationProperties("ecou.action-plan.negative")
record NegativeScores(
        @DefaultValue("7") double npsBelow,
        @DefaultValue("2") int csatBoxes,
        @DefaultValue("3") int cesBoxes) {

    private static final double URGENT_NPS_BELOW = 3;
    private static final double HIGH_NPS_BELOW = 5;
    private static final int CES_BOXES = 7;

    NegativeScores {
        if (npsBelow < 0 || npsBelow > 10.5 || csatBoxes < 0 || cesBoxes < 0 || cesBoxes > CES_BOXES) {
            throw new IllegalArgumentException("ecou.action-plan.negative: nps-below is 0 to 10.5, csat-boxes 0 or"
                    + " more, ces-boxes 0 to 7; 0 opens no cases");
        }
    }

    /** A score that opens a case, and how soon the customer must hear from us because of it. */
    record Reason(Score score, Priority priority) {}

    /** The most severe negative score; of equally severe ones NPS before CSAT before CES. Null when none is negative. */
    @Nullable
    Reason worstOf(List<Score> scores) {
        Reason worst = null;
        for (Score score : scores) {
            Priority priority = priorityOf(score);
            if (priority != null && (worst == null || isWorse(score, priority, worst))) {
                worst = new Reason(score, priority);
            }
        }
        return worst;
    }

    private static boolean isWorse(Score score, Priority priority, Reason than) {
        int order = priority.compareTo(than.priority());
        return order < 0 || order == 0 && score.metric().compareTo(than.score().metric()) < 0;
    }

    private @Nullable Priority priorityOf(Score score) {
        return score.metric() == Metric.NPS ? ofNps(score.value().doubleValue()) : ofBox(score);
    }

    private @Nullable Priority ofNps(double value) {
        if (value >= npsBelow) {
            return null;
        }
        if (value < URGENT_NPS_BELOW) {
            return Priority.URGENT;
        }
        return value < HIGH_NPS_BELOW ? Priority.HIGH : Priority.NORMAL;
    }

    private @Nullable Priority ofBox(Score score) {
        int box = score.value().intValue() - score.scale().low();
        if (box >= negativeBoxes(score)) {
            return null;
        }
        return Priority.values()[Math.min(box, Priority.values().length - 1)];
    }

    private int negativeBoxes(Score score) {
        int size = score.scale().size();
        if (score.metric() == Metric.CSAT) {
            return Math.min(csatBoxes, size / 2);
        }
        return cesBoxes == 0 ? 0 : Math.max(1, size * cesBoxes / CES_BOXES);
    }
}
