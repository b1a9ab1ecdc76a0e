// Pages change in parts: an enhancement runs over the whole page once, then over every part that htmx puts in.

/** Runs `work(root)` now and for every new part of the page. */
export function enhance(work) {
  work(document);
  document.addEventListener("htmx:load", event => {
    if (event.target !== document.body) work(event.target);
  });
}

/** All elements that match within a part, the part itself included. */
export function all(root, selector) {
  const inside = [...root.querySelectorAll(selector)];
  return root.matches?.(selector) ? [root, ...inside] : inside;
}

/** A value a template wrote into the head: `<meta name content>`. */
export const meta = name => document.querySelector(`meta[name="${name}"]`)?.content;
