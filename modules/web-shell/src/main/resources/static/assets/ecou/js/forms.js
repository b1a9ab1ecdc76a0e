// Small comforts of forms. Each of them works as a plain form as well.
import { all, enhance } from "./parts.js";

const SHOWN_FOR = 8000;

/** `data-autosubmit`: a filter form sends itself; its button is only there without a script. */
document.addEventListener("change", event => {
  if (event.target.form?.matches("[data-autosubmit]")) event.target.form.requestSubmit();
});

/** A form is sent once: its button keeps its width, says what it does (`data-busy`) and waits. */
document.addEventListener("submit", event => {
  const form = event.target;
  if (event.defaultPrevented || form.method === "dialog" || form.method === "get") return;
  if (form.getAttribute("aria-busy") === "true") {
    event.preventDefault();
    return;
  }
  form.setAttribute("aria-busy", "true");
  const button = event.submitter;
  if (button?.dataset.busy) {
    button.style.minWidth = button.offsetWidth + "px";
    button.dataset.idle = button.textContent;
    button.textContent = button.dataset.busy;
  }
});

const idle = form => {
  form.removeAttribute("aria-busy");
  for (const button of form.querySelectorAll("[data-idle]")) {
    button.textContent = button.dataset.idle;
    delete button.dataset.idle;
  }
};
document.addEventListener("htmx:afterRequest", event => {
  const form = event.target.closest?.("form");
  if (form) idle(form);
});
window.addEventListener("pageshow", () => document.querySelectorAll('form[aria-busy="true"]').forEach(idle));

/** `data-here="name"`: the hidden field of that name gets the address of this page, to come back to. */
enhance(root => {
  for (const form of all(root, "form[data-here]")) {
    form.elements[form.dataset.here].value = location.pathname + location.search;
  }
});

/** `data-focus`: reading goes on here, for instance at the summary of what is wrong. */
enhance(root => all(root, "[data-focus]")[0]?.focus());

/** `data-fades`: a note that something is done goes away, unless somebody is about to use it. */
enhance(root => {
  for (const note of all(root, "[data-fades]")) {
    const fade = () => (note.matches(":hover, :focus-within") ? setTimeout(fade, SHOWN_FOR) : note.remove());
    setTimeout(fade, SHOWN_FOR);
  }
});
