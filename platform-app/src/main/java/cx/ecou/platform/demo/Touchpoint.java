package cx.ecou.platform.demo;

import static cx.ecou.kernel.Metric.CES;
import static cx.ecou.kernel.Metric.CSAT;
import static cx.ecou.kernel.Metric.NPS;

import cx.ecou.kernel.Metric;
import java.util.List;

/** Where customers meet the shop, what they are asked there, and how well it usually goes, from 0 to 1. */
enum Touchpoint {
    WEBSITE("website", 14, 0.76, List.of("web", "web", "app"), List.of(CES)),
    CHECKOUT("checkout", 14, 0.82, List.of("web", "app"), List.of(CES)),
    DELIVERY("delivery", 26, 0.86, List.of("email", "email", "app"), List.of(NPS, CSAT)),
    PRODUCT("product", 18, 0.80, List.of("web"), List.of(CSAT)),
    RETURNS("returns", 7, 0.70, List.of("web", "email"), List.of(CES, CSAT)),
    SERVICE_DESK("service-desk", 12, 0.76, List.of("phone", "phone", "chat", "email"), List.of(CSAT, CES)),
    STORE("store", 9, 0.87, List.of("store"), List.of(NPS, CSAT));

    private final String key;
    private final int weight;
    private final double usualFeeling;
    private final List<String> channels;
    private final List<Metric> asked;

    Touchpoint(String key, int weight, double usualFeeling, List<String> channels, List<Metric> asked) {
        this.key = key;
        this.weight = weight;
        this.usualFeeling = usualFeeling;
        this.channels = channels;
        this.asked = asked;
    }

    String key() {
        return key;
    }

    int weight() {
        return weight;
    }

    double usualFeeling() {
        return usualFeeling;
    }

    List<String> channels() {
        return channels;
    }

    List<Metric> asked() {
        return asked;
    }
}
