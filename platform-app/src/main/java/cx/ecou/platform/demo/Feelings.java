package cx.ecou.platform.demo;

import cx.ecou.kernel.Metric;
import cx.ecou.kernel.Scale;
import cx.ecou.kernel.Score;
import java.time.LocalDate;
import java.util.Map;

/**
 * How a customer feels about an experience, from 0 to 1, and which answers follow from it.
 *
 * @param incident what went wrong
 * @param redesign when the website became easier to use
 */
record Feelings(Incident incident, LocalDate redesign) {

    private static final Scale SATISFACTION = Scale.of("1-5");
    private static final Scale EFFORT = Scale.of("1-7");
    private static final int NPS_STEPS = 10;
    private static final double GOOD = 0.8;
    private static final double MIXED = 0.6;
    private static final double SPREAD = 0.19;
    private static final double MISSED_PARCEL = 0.52;
    private static final double BUSY_SERVICE_DESK = 0.2;
    private static final double EASIER_WEBSITE = 0.09;
    private static final Map<String, Double> PRODUCTS =
            Map.of("coffee-machine", 0.05, "garden-chair", -0.07, "desk-lamp", 0.03, "bed-linen", 0.04, "drill", 0.0);

    /** How it feels, before chance has its say. */
    double usual(LocalDate day, Touchpoint touchpoint, String product, boolean byTheNewCarrier, Market market) {
        double feeling = touchpoint.usualFeeling() + Season.mood(day, touchpoint);
        double severity = Incident.concerns(market) ? incident.severity(day) : 0;
        return switch (touchpoint) {
            case DELIVERY -> feeling - (byTheNewCarrier ? MISSED_PARCEL * severity : 0);
            case SERVICE_DESK -> feeling - BUSY_SERVICE_DESK * severity;
            case WEBSITE, CHECKOUT -> feeling + (day.isBefore(redesign) ? 0 : EASIER_WEBSITE);
            case PRODUCT -> feeling + PRODUCTS.getOrDefault(product, 0.0);
            case RETURNS, STORE -> feeling;
        };
    }

    static double ofOne(double usual, Chance chance) {
        return Math.max(0, Math.min(0.999, chance.around(usual, SPREAD)));
    }

    static Score score(Metric metric, double feeling) {
        return switch (metric) {
            case NPS -> Score.nps(Math.round(feeling * NPS_STEPS));
            case CSAT -> Score.csat(1 + (int) (feeling * SATISFACTION.size()), SATISFACTION);
            case CES -> Score.ces(1 + (int) (feeling * EFFORT.size()), EFFORT);
        };
    }

    /** The sign of the section in which the fitting words stand. */
    static String sign(double feeling) {
        return feeling >= GOOD ? "+" : feeling >= MIXED ? "0" : "-";
    }
}
