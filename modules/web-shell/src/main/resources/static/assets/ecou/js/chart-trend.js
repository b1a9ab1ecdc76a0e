// A KPI over time: line, interval band, target, events between periods, and a marker only where the change is significant.
import { count, figure, fill, percent, signed } from "./figures.js";
import { dashed, tooltip } from "./chart-theme.js";

const known = point => point.value !== undefined;

const marker = (point, digits, t) => {
  if (point.change === undefined) {
    return { value: point.value, symbol: "circle", symbolSize: 6, itemStyle: { color: t.surface, borderColor: t.accent, borderWidth: 1.5 } };
  }
  const color = point.better ? t.positive : t.negative;
  const up = point.change > 0;
  return {
    value: point.value,
    symbol: "triangle",
    symbolRotate: up ? 0 : 180,
    symbolSize: 12,
    itemStyle: { color, borderColor: t.surface, borderWidth: 1 },
    label: { show: true, position: up ? "top" : "bottom", distance: 8, formatter: signed(point.change, digits), color, fontWeight: 600, fontSize: 12 },
  };
};

const band = { type: "line", stack: "band", stackStrategy: "all", symbol: "none", silent: true, lineStyle: { opacity: 0 }, tooltip: { show: false } };

/** A point among points that are not known has no line: it is drawn all the same. */
const events = (points, t) => ({
  type: "custom",
  silent: true,
  tooltip: { show: false },
  data: points.flatMap((point, index) => (point.event ? [[index, 0]] : [])),
  renderItem: (params, api) => {
    const index = api.value(0);
    const x = index === 0 ? api.coord([0, 0])[0] : (api.coord([index - 1, 0])[0] + api.coord([index, 0])[0]) / 2;
    const { y, height } = params.coordSys;
    return {
      type: "group",
      children: [
        { type: "line", shape: { x1: x, y1: y - 4, x2: x, y2: y + height }, style: { stroke: t["line-strong"], lineWidth: 1 } },
        { type: "text", x, y: y - 8, style: { text: points[index].event, fill: t["ink-2"], fontFamily: t.font, fontSize: 12, align: "center", verticalAlign: "bottom" } },
      ],
    };
  },
});

const lastFigure = (points, write, t) => {
  const index = points.findLastIndex(known);
  const label = { show: true, position: "right", distance: 10, formatter: index < 0 ? "" : write(points[index].value), color: t.ink, fontWeight: 600, fontSize: 14 };
  return { type: "scatter", z: 6, silent: true, symbolSize: 0.1, tooltip: { show: false }, data: index < 0 ? [] : [{ value: [index, points[index].value], label }] };
};

const target = (settings, t) => settings.target === undefined ? [] : [{
  yAxis: settings.target,
  lineStyle: dashed(t),
  label: { formatter: settings.targetText ?? "", position: "end", color: t["ink-2"], fontSize: 12, distance: 6 },
}];

export function kpiTrend({ rows, settings, texts }, t) {
  const points = [...rows].reverse(); // a table has the newest first, a line the newest last
  const digits = settings.digits ?? 1;
  const write = value => (settings.unit === "%" ? percent(value, digits) : figure(value, digits));
  const describe = point => {
    if (!known(point)) return `${point.name}\n${texts.hidden}`;
    if (point.lo === undefined) return `${point.name}\n${write(point.value)}`; // a single answer is what it is
    const change = point.change === undefined ? texts.noChange : fill(texts.change, { change: signed(point.change, digits) });
    return `${point.name}\n${write(point.value)}   ${fill(texts.interval, { lo: figure(point.lo, digits), hi: figure(point.hi, digits) })}\nn = ${count(point.n)} · ${change}`;
  };
  return {
    grid: { left: 8, right: settings.targetText ? 76 : 60, top: points.some(point => point.event) ? 28 : 12, bottom: 8, containLabel: true },
    tooltip: {
      ...tooltip(t),
      trigger: "axis",
      axisPointer: { type: "line", lineStyle: { color: t["line-strong"], type: "solid" } },
      formatter: items => describe(points[items[0].dataIndex]),
    },
    xAxis: { type: "category", boundaryGap: false, data: points.map(point => point.period ?? point.name), axisLabel: { margin: 12, hideOverlap: true, showMaxLabel: true } },
    yAxis: { type: "value", scale: true, min: settings.min, max: settings.max, splitNumber: 4, axisLabel: { formatter: value => figure(value, 0) } },
    series: [
      { ...band, data: points.map(point => point.lo ?? null) },
      { ...band, data: points.map(point => (point.lo === undefined ? null : point.hi - point.lo)), areaStyle: { color: t.accent, opacity: 0.13 } },
      {
        type: "line",
        z: 5,
        color: t.accent,
        lineStyle: { width: 2, color: t.accent },
        showAllSymbol: true,
        data: points.map(point => (known(point) ? marker(point, digits, t) : null)),
        markLine: { silent: true, symbol: "none", animation: false, data: target(settings, t) },
      },
      events(points, t),
      lastFigure(points, write, t),
    ],
  };
}

/** Which row stands under a pixel. */
kpiTrend.rowAt = (chart, [x, y], rows) =>
  chart.containPixel("grid", [x, y]) ? rows[rows.length - 1 - chart.convertFromPixel({ xAxisIndex: 0 }, x)] : undefined;
