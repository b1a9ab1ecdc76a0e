// Parts of a page that follow what happens: `data-live="insight.figures" hx-get="…" hx-trigger="ecou:live throttle:2s"`.
// One connection for all topics of the page; the server says a topic whenever something new has been counted.
import { enhance } from "./parts.js";

let source = null;
let heard = "";
let opened = false;

const parts = () => [...document.querySelectorAll("[data-live]")];
const topicsOf = part => part.dataset.live.split(/[\s,]+/).filter(Boolean);

// htmx forgets what happens while a throttle lasts: what came meanwhile is told when it is over.
const pauses = new WeakMap();
const pauseOf = part => 1000 * (/throttle:(\d+)s/.exec(part.getAttribute("hx-trigger"))?.[1] ?? 0) + 100;

const tell = part => {
  const pause = pauses.get(part);
  if (pause) {
    pause.missed = true;
    return;
  }
  const begun = { missed: false };
  pauses.set(part, begun);
  part.dispatchEvent(new CustomEvent("ecou:live"));
  setTimeout(() => {
    pauses.delete(part);
    if (begun.missed && part.isConnected) tell(part);
  }, pauseOf(part));
};

const changed = topic => parts().filter(part => topicsOf(part).includes(topic)).forEach(tell);

/** After a gap nobody knows what was missed. */
const listening = () => {
  if (opened) parts().forEach(tell);
  opened = true;
};

const listen = () => {
  const topics = [...new Set(parts().flatMap(topicsOf))].sort();
  if (topics.join() === heard) return;
  heard = topics.join();
  source?.close();
  source = null;
  if (topics.length === 0) return;
  source = new EventSource(document.querySelector('meta[name="ecou-live"]').content + "?topics=" + encodeURIComponent(heard));
  source.addEventListener("message", event => changed(event.data));
  source.addEventListener("open", listening);
};

enhance(listen);
window.addEventListener("pagehide", () => source?.close());
window.addEventListener("pageshow", event => {
  if (!event.persisted) return;
  heard = "";
  listen();
});
