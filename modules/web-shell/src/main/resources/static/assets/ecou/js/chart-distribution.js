// Shares of promoters, passives and detractors per period. Order, gaps and printed shares carry the meaning, colour only helps.
import { count, figure, percent } from "./figures.js";
import { tooltip } from "./chart-theme.js";

const KINDS = ["promoters", "passives", "detractors"];
const PRINTED_PERIODS = 2;

const base = period => period.promoters + period.passives + period.detractors;
const share = (period, kind) => (base(period) === 0 ? 0 : (100 * period[kind]) / base(period));

export function distribution({ rows, settings, texts }, t) {
  const periods = [...rows].reverse();
  const dark = document.documentElement.dataset.bsTheme === "dark";
  const part = (kind, color, ink) => ({
    type: "bar",
    stack: "all",
    name: texts[kind],
    barCategoryGap: "28%",
    itemStyle: { color, borderColor: t.surface, borderWidth: 1 },
    data: periods.map((period, index) => ({
      value: share(period, kind),
      label: { show: index >= periods.length - PRINTED_PERIODS && share(period, kind) >= 6, formatter: ({ value }) => figure(value, 0), color: ink, fontSize: 11, fontWeight: 600 },
    })),
  });
  const describe = period => [
    period.name,
    ...KINDS.map(kind => `${texts[kind]}   ${percent(share(period, kind))}   ${count(period[kind])}`),
    `n = ${count(base(period))}`,
  ].join("\n");
  return {
    grid: { left: 8, right: 8, top: 8, bottom: 8, containLabel: true },
    tooltip: {
      ...tooltip(t),
      trigger: "axis",
      axisPointer: { type: "shadow", shadowStyle: { color: t.sunken, opacity: 0.6 } },
      formatter: items => describe(periods[items[0].dataIndex]),
    },
    xAxis: { type: "category", data: periods.map(period => period.period ?? period.name), axisLabel: { hideOverlap: true } },
    yAxis: { type: "value", max: 100, splitNumber: 2, axisLabel: { formatter: value => percent(value, 0) } },
    series: [
      part("detractors", t.detractor, dark ? "#171a20" : "#ffffff"),
      part("passives", t.passive, dark ? "#ffffff" : "#171a21"),
      part("promoters", t.promoter, dark ? "#171a20" : "#ffffff"),
    ],
  };
}

distribution.rowAt = (chart, [x, y], rows) =>
  chart.containPixel("grid", [x, y]) ? rows[rows.length - 1 - chart.convertFromPixel({ xAxisIndex: 0 }, x)] : undefined;
