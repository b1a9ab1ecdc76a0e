// A KPI by group, worst first: bar and whisker; a low base is drawn hollow and named; the total is a dashed line.
import { count, figure, fill, percent, signed } from "./figures.js";
import { dashed, tooltip } from "./chart-theme.js";

const significant = row => row.change !== undefined;
const tone = row => (row.better ? "up" : "down");

const column = (width, color, more = {}) => ({ width, align: "right", color, fontSize: 12, ...more });

const GAP = 12;

/** How wide a text is drawn: texts differ in length between languages, and the grid has to leave room for them. */
const widthOf = (texts, t) => {
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = `12px ${t.font}`;
  return Math.ceil(Math.max(...texts.map(text => pen.measureText(text).width)));
};

const widths = (rows, texts, narrow, t) => ({
  name: Math.min(2 + widthOf(rows.map(row => row.name), t), narrow ? 96 : 180),
  value: narrow ? 56 : Math.max(44, widthOf([texts.value], t)),
  n: narrow ? 36 : 48,
  change: narrow ? 0 : GAP + widthOf([texts.noChange, texts.lowBase, texts.against, "▼ −000.0"], t),
});

const styles = (width, t) => ({
  v: column(width.value, t.ink, { fontWeight: 600 }),
  n: column(width.n, t["ink-3"]),
  nlow: column(width.n, t.caution),
  vup: column(width.value, t.positive, { fontWeight: 600 }),
  vdown: column(width.value, t.negative, { fontWeight: 600 }),
  up: column(width.change, t.positive, { fontWeight: 600 }),
  down: column(width.change, t.negative, { fontWeight: 600 }),
  none: column(width.change, t["ink-3"]),
  low: column(width.change, t.caution),
});

const arrow = row => (row.change > 0 ? "▲" : "▼");

const wideFigures = (row, write, digits, texts) => {
  if (row.value === undefined) return `{v|}{n|${texts.hidden}}{none|}`;
  const change = significant(row) ? `{${tone(row)}|${arrow(row)} ${signed(row.change, digits)}}` : row.lowBase ? `{low|${texts.lowBase}}` : `{none|${texts.noChange}}`;
  return `{v|${write(row.value)}}{n|${count(row.n)}}${change}`;
};

const narrowFigures = (row, write, texts) => {
  if (row.value === undefined) return `{v|}{n|${texts.hidden}}`;
  const value = significant(row) ? `{v${tone(row)}|${arrow(row)} ${write(row.value)}}` : `{v|${write(row.value)}}`;
  return `${value}{${row.lowBase ? "nlow" : "n"}|${count(row.n)}}`;
};

const bar = (row, t) => {
  const fillOf = significant(row) ? (row.better ? t.promoter : t.detractor) : t.passive;
  const hollow = { color: "transparent", borderColor: t["line-strong"], borderType: [3, 2], borderWidth: 1, borderRadius: 2 };
  return { value: row.value ?? null, itemStyle: row.lowBase ? hollow : { color: fillOf, borderRadius: 2 } };
};

const whiskers = (rows, t) => ({
  type: "custom",
  silent: true,
  z: 4,
  data: rows.flatMap((row, index) => (row.value === undefined ? [] : [[row.lo, row.hi, index]])),
  encode: { x: [0, 1], y: 2 },
  renderItem: (_, api) => {
    const [left, y] = api.coord([api.value(0), api.value(2)]);
    const [right] = api.coord([api.value(1), api.value(2)]);
    const line = (x1, y1, x2, y2) => ({ type: "line", shape: { x1, y1, x2, y2 }, style: { stroke: t.ink, lineWidth: 1.25 } });
    return { type: "group", children: [line(left, y, right, y), line(left, y - 4, left, y + 4), line(right, y - 4, right, y + 4)] };
  },
});

export function breakdown({ rows, settings, texts, narrow }, t) {
  const digits = settings.digits ?? 1;
  const write = value => (settings.unit === "%" ? percent(value, digits) : figure(value, digits));
  const describe = row => row.value === undefined
    ? `${row.name}\n${texts.hidden}`
    : `${row.name}\n${write(row.value)}   ${fill(texts.interval, { lo: figure(row.lo, digits), hi: figure(row.hi, digits) })}\nn = ${count(row.n)}${row.lowBase ? " · " + texts.lowBase : ""}`;
  const width = widths(rows, texts, narrow, t);
  const rich = styles(width, t);
  const quiet = Object.fromEntries(Object.entries(rich).map(([name, style]) => [name, { ...style, color: t["ink-3"], fontWeight: 400 }]));
  return {
    grid: { left: 8 + width.name + GAP, right: 8 + GAP + width.value + width.n + width.change, top: 22, bottom: 24 },
    tooltip: { ...tooltip(t), trigger: "item", formatter: ({ dataIndex }) => describe(rows[dataIndex]) },
    xAxis: { type: "value", min: settings.min, max: settings.max, interval: settings.interval && settings.interval * (narrow ? 2 : 1), splitNumber: narrow ? 3 : 5, axisLabel: { formatter: value => figure(value, 0), margin: 6, hideOverlap: true } },
    yAxis: [
      { type: "category", inverse: true, data: rows.map(row => row.name), axisLabel: { color: t.ink, fontSize: 12, margin: GAP, width: width.name, overflow: "truncate" } },
      {
        type: "category",
        inverse: true,
        position: "right",
        data: rows.map(row => (narrow ? narrowFigures(row, write, texts) : wideFigures(row, write, digits, texts))),
        name: narrow ? `{v|${texts.value}}{n|n}` : `{v|${texts.value}}{n|n}{none|${texts.against}}`,
        nameLocation: "start",
        nameGap: 8,
        nameTextStyle: { align: "left", padding: [0, 0, 0, GAP], color: t["ink-3"], rich: quiet },
        axisLabel: { margin: GAP, color: t["ink-2"], rich },
      },
    ],
    series: [
      {
        type: "bar",
        barWidth: 10,
        data: rows.map(row => bar(row, t)),
        markLine: {
          silent: true,
          symbol: "none",
          animation: false,
          data: [
            { xAxis: 0, lineStyle: { color: t["line-strong"], type: "solid", width: 1 }, label: { show: false } },
            ...(settings.total === undefined ? [] : [{ xAxis: settings.total, lineStyle: dashed(t), label: { show: false } }]),
          ],
        },
      },
      whiskers(rows, t),
    ],
  };
}

/** Which row stands at a pixel: the whole line of a group, its name and figures included, leads on. */
breakdown.rowAt = (chart, [, y], rows) => rows[chart.convertFromPixel({ yAxisIndex: 0 }, y)];
