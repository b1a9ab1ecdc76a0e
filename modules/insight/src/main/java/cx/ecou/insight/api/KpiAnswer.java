package cx.ecou.insight.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import cx.ecou.insight.figures.Answers;
import cx.ecou.insight.figures.BaseRule;
import cx.ecou.insight.figures.Figure;
import cx.ecou.insight.figures.Interval;
import cx.ecou.insight.figures.Kpi;
import cx.ecou.insight.figures.Share;
import cx.ecou.insight.read.scorecount.GroupedAnswers;
import cx.ecou.insight.read.scorecount.Grouping;
import cx.ecou.insight.read.scorecount.KnownScores;
import cx.ecou.insight.read.segment.CustomerSegments;
import cx.ecou.kernel.Reporting;
import cx.ecou.kernel.Scale;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a KPI was.
 *
 * @param definition name and version of the formula
 * @param asOf up to when everything recorded is in it
 * @param scale the one series that was counted
 * @param scales every scale on which there are answers
 * @param groups empty when nothing was to be told apart
 */
record KpiAnswer(
        String kpi,
        String definition,
        Instant asOf,
        LocalDate from,
        LocalDate to,
        ZoneId timeZone,
        Scale scale,
        List<String> scales,
        Value total,
        List<Group> groups) {

    static KpiAnswer of(
            Kpi kpi,
            KpiRequest request,
            KnownScores known,
            CustomerSegments segments,
            BaseRule rule,
            Reporting reporting) {
        GroupedAnswers answers = known.answers(request.about(kpi.metric()));
        Scale scale = request.scale() != null
                ? request.scale()
                : answers.mostAnswered().orElse(kpi.usualSeries().scale());
        return new KpiAnswer(
                kpi.key(),
                kpi.definition(),
                known.asOf(),
                request.from(),
                request.to(),
                reporting.timeZone(),
                scale,
                answers.scales().stream().map(Scale::toString).sorted().toList(),
                Value.of(kpi.of(answers.total(scale), rule)),
                request.isGrouped()
                        ? groups(kpi, answers.groups(scale), names(request, answers, scale, segments), rule)
                        : List.of());
    }

    /** Only segments have names beside their keys. */
    private static Map<UUID, String> names(
            KpiRequest request, GroupedAnswers answers, Scale scale, CustomerSegments segments) {
        return request.grouping() instanceof Grouping.BySegment
                ? segments.names(answers.groups(scale).keySet().stream()
                        .map(UUID::fromString)
                        .toList())
                : Map.of();
    }

    private static List<Group> groups(Kpi kpi, Map<String, Answers> groups, Map<UUID, String> names, BaseRule rule) {
        return groups.entrySet().stream()
                .map(group -> new Group(
                        group.getKey(),
                        names.isEmpty() ? null : names.get(UUID.fromString(group.getKey())),
                        Value.of(kpi.of(group.getValue(), rule))))
                .toList();
    }

    /**
     * @param key a span, a member, or the id of a segment; empty for feedback that does not say
     * @param name of the segment
     */
    record Group(
            String key,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String name,

            @JsonUnwrapped Value figure) {}

    /**
     * A figure, never the value alone. Shares are in percent.
     *
     * @param value null when hidden
     * @param topShare only for CES
     * @param distribution null when hidden
     */
    record Value(
            @Nullable Double value,
            long n,
            @Nullable Range interval,
            @Nullable Double mean,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            TopShare topShare,

            boolean lowBase,
            boolean hidden,
            @Nullable Map<String, Long> distribution) {

        static Value of(Figure figure) {
            return new Value(
                    figure.value(),
                    figure.n(),
                    Range.of(figure.interval()),
                    figure.mean(),
                    TopShare.of(figure.topShare()),
                    figure.lowBase(),
                    figure.hidden(),
                    figure.hidden() ? null : figure.distribution());
        }
    }

    /** The share of the best answers, in percent. */
    record TopShare(@Nullable Double value, @Nullable Range interval) {

        static @Nullable TopShare of(@Nullable Share share) {
            return share == null ? null : new TopShare(share.percent(), Range.of(share.interval()));
        }
    }

    record Range(double low, double high, double confidence) {

        static @Nullable Range of(@Nullable Interval interval) {
            return interval == null ? null : new Range(interval.low(), interval.high(), Interval.CONFIDENCE);
        }
    }
}
