// A chart as PNG, with its title, for a slide or a mail: drawn anew on a canvas, which knows the page's font.
import { save } from "./save.js";
import { theme, tokens } from "./chart-theme.js";

const WIDTH = 960;
const HEIGHT = 540;
const HEAD = 64;

const titled = (option, card, t) => ({
  ...option,
  backgroundColor: t.surface,
  title: {
    text: card.querySelector("h2").textContent.trim(),
    subtext: card.querySelector(".ec-card-head p")?.firstChild?.textContent.trim() ?? "",
    left: 16,
    top: 12,
    textStyle: { color: t.ink, fontSize: 16, fontWeight: 600, fontFamily: t.font },
    subtextStyle: { color: t["ink-3"], fontSize: 12, fontFamily: t.font },
  },
  grid: { ...option.grid, left: option.grid.left + 16, bottom: option.grid.bottom + 8, top: option.grid.top + HEAD },
  tooltip: { show: false },
  animation: false,
});

/** Gives the card's picture button its work. */
export function offerPicture(echarts, card, option) {
  const button = card.querySelector("[data-chart-png]");
  if (!button) return;
  button.onclick = () => {
    const chart = echarts.init(document.createElement("div"), theme(), { renderer: "canvas", width: WIDTH, height: HEIGHT, devicePixelRatio: 2 });
    chart.setOption(titled(option(), card, tokens()));
    chart.getZr().flush();
    chart.getRenderedCanvas({ backgroundColor: tokens().surface, pixelRatio: 2 }).toBlob(blob => {
      save(blob, card.querySelector("h2").textContent.trim() + ".png");
      chart.dispose();
    });
  };
}
