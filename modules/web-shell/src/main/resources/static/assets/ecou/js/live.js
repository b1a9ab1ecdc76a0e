// Parts of a page that follow what happens: `data-live="insight.figures" hx-get="…" hx-trigger="ecou:live"`.
// One connection for all topics of the page; the server says a topic whenever something new has been counted.
import { enhance } from "./parts.js";

let source = null;
let heard = "";

const parts = () => [...document.querySelectorAll("[data-live]")];
const topicsOf = part => part.dataset.live.split(/[\s,]+/).filter(Boolean);

const tell = topic => {
  for (const part of parts()) {
    if (topicsOf(part).includes(topic)) part.dispatchEvent(new CustomEvent("ecou:live", { detail: { topic } }));
  }
};

const listen = () => {
  const topics = [...new Set(parts().flatMap(topicsOf))].sort();
  if (topics.join() === heard) return;
  heard = topics.join();
  source?.close();
  source = null;
  if (topics.length === 0) return;
  source = new EventSource(document.querySelector('meta[name="ecou-live"]').content + "?topics=" + encodeURIComponent(heard));
  source.addEventListener("changed", event => tell(event.data));
};

enhance(listen);
window.addEventListener("pagehide", () => source?.close());
