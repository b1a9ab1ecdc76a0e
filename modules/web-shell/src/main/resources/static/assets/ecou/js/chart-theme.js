// What all charts share. Colours and the font come from tokens.css, never from here.

const NAMES = [
  "ink", "ink-2", "ink-3", "surface", "sunken", "line", "line-strong", "accent", "accent-soft", "positive", "negative",
  "promoter", "passive", "detractor", "caution", "font",
];

/** The design tokens of the theme that is on. */
export function tokens(root = document.documentElement) {
  const style = getComputedStyle(root);
  return Object.fromEntries(NAMES.map(name => [name, style.getPropertyValue(`--ec-${name}`).trim()]));
}

export function theme(t = tokens()) {
  const axis = {
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: { color: t["ink-3"], fontSize: 12 },
    splitLine: { lineStyle: { color: t.line } },
  };
  return {
    color: [t.accent, t["ink-3"], t.promoter, t.detractor, t.caution],
    backgroundColor: "transparent",
    textStyle: { fontFamily: t.font, fontSize: 12, color: t["ink-2"] },
    animationDuration: 0,
    animationDurationUpdate: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 160,
    categoryAxis: { ...axis, splitLine: { show: false } },
    valueAxis: axis,
    line: { symbolSize: 6, lineStyle: { width: 2 } },
    tooltip: { backgroundColor: t.surface, borderColor: t.line, padding: [8, 12], textStyle: { color: t.ink, fontSize: 12 } },
  };
}

/** Rich text: the HTML tooltip of ECharts writes style attributes, which the content security policy forbids. */
export const tooltip = t => ({
  renderMode: "richText",
  confine: true,
  padding: [8, 20, 8, 12], // it is measured narrower than the page's font draws it
  textStyle: { color: t.ink, fontFamily: t.font, fontSize: 12, lineHeight: 18 },
});

export const dashed = (t, color = t["ink-2"]) => ({ color, type: [4, 4], width: 1 });
