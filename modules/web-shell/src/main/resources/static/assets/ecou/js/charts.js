// Draws `<div data-chart="trend|breakdown|distribution">` from the table in the same card: one row per point, its figures
// in data- attributes. The table is the readable form; without a script it is what one sees. A click on a point goes to
// the row's `data-href`, which is also the link in the row's header.
import { breakdown } from "./chart-breakdown.js";
import { distribution } from "./chart-distribution.js";
import { kpiTrend } from "./chart-trend.js";
import { theme, tokens } from "./chart-theme.js";
import { all, meta } from "./parts.js";
import { offerPicture } from "./chart-picture.js";

const KINDS = { trend: kpiTrend, breakdown, distribution };
const NARROW = 480;

const value = text => (text === "true" ? true : text === "false" ? false : text === "" || Number.isNaN(Number(text)) ? text : Number(text));
const values = dataset => Object.fromEntries(Object.entries(dataset).map(([name, text]) => [name, value(text)]));

/** The figures of a table: one object per row, from the row's header and its data- attributes. */
export const rowsOf = table => [...table.tBodies[0].rows].map(row => ({ ...values(row.dataset), name: row.cells[0].textContent.trim() }));

/** The texts a template gave the chart: `data-text-low-base` is `texts.lowBase`. */
const textsOf = element => Object.fromEntries(
  Object.entries(element.dataset)
    .filter(([name]) => name.startsWith("text"))
    .map(([name, text]) => [name[4].toLowerCase() + name.slice(5), text]));

const lead = (chart, build, rows) => {
  const hrefAt = ({ offsetX, offsetY }) => build.rowAt(chart, [offsetX, offsetY], rows)?.href;
  chart.getZr().on("click", event => {
    const href = hrefAt(event);
    if (href) location.assign(href);
  });
  chart.getZr().on("mousemove", event => chart.getZr().setCursorStyle(hrefAt(event) ? "pointer" : "default"));
};

const draw = (echarts, element) => {
  const card = element.closest(".ec-card");
  const table = card.querySelector("table[data-figures]");
  const build = KINDS[element.dataset.chart];
  const rows = rowsOf(table);
  const option = () => build({ rows, settings: values(table.dataset), texts: textsOf(element), narrow: element.clientWidth < NARROW }, tokens());
  let chart = null;
  let narrow = null;
  const render = () => {
    chart?.dispose();
    narrow = element.clientWidth < NARROW;
    chart = echarts.init(element, theme(), { renderer: "svg" });
    chart.setOption(option());
    lead(chart, build, rows);
  };
  element.setAttribute("aria-label", table.dataset.summary);
  element.setAttribute("role", "img");
  const size = new ResizeObserver(() => {
    if (!element.isConnected) return stop();
    if (element.clientWidth === 0) return; // hidden behind its table
    if (chart === null || narrow !== element.clientWidth < NARROW) render();
    else chart.resize();
  });
  const mode = new MutationObserver(() => element.isConnected ? chart && render() : stop());
  const stop = () => {
    size.disconnect();
    mode.disconnect();
    chart?.dispose();
  };
  size.observe(element);
  mode.observe(document.documentElement, { attributes: true, attributeFilter: ["data-bs-theme"] });
  offerPicture(echarts, card, option);
};

export async function drawCharts(root) {
  const elements = all(root, "[data-chart]").filter(element => element.closest(".ec-card")?.querySelector("table[data-figures] tbody tr"));
  if (elements.length === 0) return;
  const [echarts] = await Promise.all([import(meta("ecou-charts")), document.fonts.ready]);
  for (const element of elements) draw(echarts, element);
}
