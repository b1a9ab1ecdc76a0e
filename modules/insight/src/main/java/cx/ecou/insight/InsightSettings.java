package cx.ecou.insight;

import cx.ecou.insight.figures.BaseRule;
import cx.ecou.insight.figures.Kpi;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a company decides about its figures.
 *
 * @param hiddenBelow figures of fewer answers are not shown
 * @param lowBaseBelow figures of fewer answers are marked, and never called a change
 * @param targets by KPI, in its unit: {@code ecou.insight.targets.nps=45}
 */
@ConfigurationProperties("ecou.insight")
public record InsightSettings(
        @DefaultValue("5") int hiddenBelow,
        @DefaultValue("30") int lowBaseBelow,
        @DefaultValue Map<Kpi, Double> targets) {

    public InsightSettings {
        targets = Map.copyOf(targets);
    }

    public BaseRule baseRule() {
        return new BaseRule(hiddenBelow, lowBaseBelow);
    }
}
