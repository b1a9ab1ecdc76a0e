package cx.ecou.insight.web;

import cx.ecou.insight.InsightSettings;
import cx.ecou.insight.figures.Answers;
import cx.ecou.insight.figures.Base;
import cx.ecou.insight.figures.BaseRule;
import cx.ecou.insight.figures.Change;
import cx.ecou.insight.figures.Figure;
import cx.ecou.insight.figures.Kpi;
import cx.ecou.insight.figures.Series;
import cx.ecou.insight.figures.Share;
import cx.ecou.insight.read.closedloop.ClosedLoop;
import cx.ecou.insight.read.scorecount.Belonging;
import cx.ecou.insight.read.scorecount.GroupedAnswers;
import cx.ecou.insight.read.scorecount.Grouping;
import cx.ecou.insight.read.scorecount.KnownScores;
import cx.ecou.insight.read.scorecount.ScoreCounts;
import cx.ecou.insight.read.scorecount.ScoreQuestion;
import cx.ecou.insight.read.scorecount.Span;
import cx.ecou.kernel.Scale;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Computes what the dashboard shows. */
@Component
class DashboardFigures {

    private final ScoreCounts scores;
    private final ClosedLoop loop;
    private final BaseRule rule;
    private final InsightSettings settings;
    private final TransactionTemplate oneMoment;

    DashboardFigures(
            ScoreCounts scores,
            ClosedLoop loop,
            BaseRule rule,
            InsightSettings settings,
            PlatformTransactionManager transactions) {
        this.scores = scores;
        this.loop = loop;
        this.rule = rule;
        this.settings = settings;
        this.oneMoment = new TransactionTemplate(transactions);
        oneMoment.setReadOnly(true);
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** All figures of a page see the same counts, also while new answers are counted. */
    Dashboard of(DashboardQuery query) {
        return Objects.requireNonNull(oneMoment.execute(status -> compute(query)));
    }

    private Dashboard compute(DashboardQuery query) {
        KnownScores known = scores.asOf(query.asOf());
        Map<Kpi, Answers> now = new EnumMap<>(Kpi.class);
        List<KpiTile> tiles = new ArrayList<>();
        for (Kpi kpi : Kpi.values()) {
            tiles.add(tile(query.withKpi(kpi), known, now));
        }
        KpiTile chosen = tiles.stream()
                .filter(tile -> tile.kpi() == query.kpi())
                .findFirst()
                .orElseThrow();
        var members = members(query, known, chosen.scale());
        TrendWindow window = TrendWindow.of(query.period());
        return new Dashboard(
                known.asOf(),
                tiles,
                chosen,
                window.span(),
                trend(query, known, chosen.scale(), window),
                members.parts(),
                members.rows(),
                Bands.of(now.getOrDefault(Kpi.NPS, Answers.none(Series.NPS))),
                loop(query));
    }

    private KpiTile tile(DashboardQuery query, KnownScores known, Map<Kpi, Answers> now) {
        Kpi kpi = query.kpi();
        Period period = query.period();
        GroupedAnswers current = known.answers(question(query, period.from(), period.to(), Grouping.NONE));
        GroupedAnswers before = known.answers(question(query, period.beforeFrom(), period.beforeTo(), Grouping.NONE));
        Scale scale = current.mostAnswered()
                .or(before::mostAnswered)
                .orElse(kpi.usualSeries().scale());
        now.put(kpi, current.total(scale));
        var compared = new Compared(kpi.of(current.total(scale), rule), kpi.of(before.total(scale), rule));
        return new KpiTile(kpi, scale, compared, settings.targets().get(kpi));
    }

    private Members members(DashboardQuery query, KnownScores known, Scale scale) {
        Period period = query.period();
        Grouping by = query.by().grouping();
        return new Members(
                query.kpi(),
                new Series(query.kpi().metric(), scale),
                rule,
                query.by() == Belonging.SEGMENT,
                known.answers(question(query, period.beforeFrom(), period.beforeTo(), by))
                        .groups(scale),
                known.answers(question(query, period.from(), period.to(), by)).groups(scale));
    }

    private List<TrendPoint> trend(DashboardQuery query, KnownScores known, Scale scale, TrendWindow window) {
        Span span = window.span();
        LocalDate stepBefore = span.plus(window.from(), -1);
        Map<String, Answers> groups = known.answers(question(query, stepBefore, window.to(), new Grouping.BySpan(span)))
                .groups(scale);
        List<TrendPoint> points = new ArrayList<>();
        Figure before = figure(query.kpi(), groups, span.keyOf(stepBefore), scale);
        for (LocalDate start : span.startsIn(window.from(), window.to())) {
            Figure figure = figure(query.kpi(), groups, span.keyOf(start), scale);
            LocalDate end = span.endOf(start);
            points.add(new TrendPoint(
                    start,
                    end.isAfter(window.to()) ? window.to() : end,
                    new Compared(figure, before),
                    Bands.of(answers(query.kpi(), groups, span.keyOf(start), scale))));
            before = figure;
        }
        return points;
    }

    private Dashboard.Loop loop(DashboardQuery query) {
        Period period = query.period();
        Share inTime = loop.contactedInTime(period.from(), period.to(), query.filters());
        Share before = loop.contactedInTime(period.beforeFrom(), period.beforeTo(), query.filters());
        return new Dashboard.Loop(
                loop.openCases(query.filters()),
                inTime,
                rule.of(inTime.n()) == Base.HIDDEN,
                Change.between(before, inTime, rule).filter(Change::isReal).orElse(null));
    }

    private Figure figure(Kpi kpi, Map<String, Answers> groups, String key, Scale scale) {
        return kpi.of(answers(kpi, groups, key, scale), rule);
    }

    private static Answers answers(Kpi kpi, Map<String, Answers> groups, String key, Scale scale) {
        return groups.getOrDefault(key, Answers.none(new Series(kpi.metric(), scale)));
    }

    private static ScoreQuestion question(DashboardQuery query, LocalDate from, LocalDate to, Grouping grouping) {
        return new ScoreQuestion(query.kpi().metric(), from, to, query.filters(), grouping);
    }
}
