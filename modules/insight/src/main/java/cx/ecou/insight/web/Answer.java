package cx.ecou.insight.web;

import cx.ecou.insight.figures.Change;
import cx.ecou.insight.figures.Figure;
import cx.ecou.insight.figures.Kpi;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The sentence on top: what changed, whether it is real, what explains it, and how the other KPIs do.
 *
 * @param finding about the chosen KPI
 * @param rest what explains it, and the others; may be empty
 */
record Answer(String finding, String rest) {

    /** A part explains a change when it is at least that share of it. */
    private static final double EXPLAINS = 0.25;

    static Answer of(Dashboard dashboard, DashboardQuery query, Wording wording) {
        KpiTile chosen = dashboard.chosen();
        List<String> rest = new ArrayList<>();
        Change change = chosen.compared().realChange();
        if (change != null) {
            explanation(dashboard, query, change, wording, rest);
        }
        String others = others(dashboard, chosen.kpi(), wording);
        if (!others.isEmpty()) {
            rest.add(others);
        }
        return new Answer(finding(chosen, wording), String.join(" ", rest));
    }

    private static String finding(KpiTile tile, Wording wording) {
        Kpi kpi = tile.kpi();
        String name = wording.kpi(kpi);
        Figure now = tile.compared().now();
        Double value = now.value();
        if (value == null) {
            return now.n() == 0 ? wording.text("answer.none", name) : wording.text("answer.hidden", name);
        }
        String written = wording.value(kpi, value);
        if (now.lowBase()) {
            return wording.text("answer.low", name, written, now.n());
        }
        Change change = tile.compared().change();
        if (change == null) {
            return wording.text("answer.alone", name, written);
        }
        if (!change.isReal()) {
            return wording.text("answer.unchanged", name, written);
        }
        return wording.text(
                change.difference() < 0 ? "answer.fell" : "answer.rose",
                name,
                wording.amount(kpi, change.difference()),
                written);
    }

    /** The largest part that goes the way of the change, if it is large enough to be called a reason. */
    private static void explanation(
            Dashboard dashboard, DashboardQuery query, Change change, Wording wording, List<String> rest) {
        dashboard.parts().stream()
                .filter(part -> part.member() != null && !part.member().isEmpty())
                .filter(part -> part.points() / change.difference() >= EXPLAINS)
                .max(Comparator.comparingDouble(part -> part.points() / change.difference()))
                .ifPresent(part -> rest.add(wording.text(
                        "answer.explains",
                        Wording.capital(wording.member(query.by(), part.member(), 0)),
                        wording.bare(query.kpi(), Math.abs(part.points())))));
    }

    private static String others(Dashboard dashboard, Kpi chosen, Wording wording) {
        List<String> better = new ArrayList<>();
        List<String> worse = new ArrayList<>();
        List<String> same = new ArrayList<>();
        for (KpiTile tile : dashboard.tiles()) {
            Change change = tile.compared().change();
            if (tile.kpi() != chosen && change != null) {
                (!change.isReal() ? same : change.difference() > 0 ? better : worse).add(wording.kpi(tile.kpi()));
            }
        }
        List<String> clauses = new ArrayList<>();
        clause("answer.others.better", better, wording, clauses);
        clause("answer.others.worse", worse, wording, clauses);
        clause("answer.others.same", same, wording, clauses);
        return clauses.isEmpty() ? "" : Wording.capital(String.join("; ", clauses)) + ".";
    }

    private static void clause(String key, List<String> names, Wording wording, List<String> clauses) {
        if (!names.isEmpty()) {
            String list = names.size() == 1 ? names.get(0) : wording.text("answer.and", names.get(0), names.get(1));
            clauses.add(wording.text(key, list, names.size()));
        }
    }
}
