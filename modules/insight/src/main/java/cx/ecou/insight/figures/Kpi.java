package cx.ecou.insight.figures;

import cx.ecou.kernel.Metric;
import cx.ecou.kernel.Scale;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The KPIs that follow from counts of answers, each with the version of its definition. */
public enum Kpi {
    NPS("nps/1", Metric.NPS),
    CSAT("csat/1", Metric.CSAT),
    CES("ces/1", Metric.CES);

    private final String definition;
    private final Metric metric;

    Kpi(String definition, Metric metric) {
        this.definition = definition;
        this.metric = metric;
    }

    /** By the name in addresses: {@code nps}. */
    public static Optional<Kpi> named(String name) {
        return Arrays.stream(values()).filter(kpi -> kpi.key().equals(name)).findFirst();
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Name and version: {@code nps/1}. A formula that changes gets a new version. */
    public String definition() {
        return definition;
    }

    public Metric metric() {
        return metric;
    }

    /** The scale that is meant as long as nobody answered on another. */
    public Series usualSeries() {
        return switch (this) {
            case NPS -> Series.NPS;
            case CSAT -> new Series(metric, new Scale(1, 5));
            case CES -> new Series(metric, new Scale(1, 7));
        };
    }

    /** The bare value, whatever the base; there is at least one answer. */
    double value(Answers answers) {
        return formula().value(answers);
    }

    public Figure of(Answers answers, BaseRule rule) {
        long n = answers.n();
        Base base = rule.of(n);
        if (base == Base.HIDDEN) {
            return Figure.hidden(n);
        }
        Formula formula = formula();
        return new Figure(
                formula.value(answers),
                n,
                base,
                formula.interval(answers),
                formula.standardError(answers),
                answers.mean(),
                formula.topShare(answers),
                formula.distribution(answers));
    }

    private Formula formula() {
        return switch (this) {
            case NPS -> new NetPromoterScore();
            case CSAT -> new CustomerSatisfaction();
            case CES -> new CustomerEffort();
        };
    }
}
