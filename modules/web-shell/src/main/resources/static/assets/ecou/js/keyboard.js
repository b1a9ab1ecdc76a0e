// Single keys: / finds, G then D I C goes, J K walk a list, ? shows all. `data-key="a"` gives a control of a page its key.
// They are off inside fields, with modifiers, and when the reader has switched them off.
const SWITCH = "ecou.keys";
const PLACES = { d: "dashboard", i: "inbox", c: "cases" };
const SECOND_KEY_WITHIN = 1500;

let wentAt = 0;

const enabled = () => {
  try {
    return localStorage.getItem(SWITCH) !== "off";
  } catch {
    return true; // storage is forbidden here: nobody can have switched them off
  }
};

const typing = target => target.closest("input, textarea, select, [contenteditable], dialog") !== null;

const go = key => {
  const link = document.querySelector(`.ec-nav [data-go="${PLACES[key]}"]`);
  if (link) location.assign(link.href);
  return Boolean(link);
};

const find = () => {
  const field = document.querySelector("[data-find], main input[type=search]");
  field?.focus();
  field?.select?.();
  return Boolean(field);
};

const walk = step => {
  const links = [...document.querySelectorAll(".ec-item-top a, [data-walk]")].filter(link => link.offsetParent !== null);
  if (links.length === 0) return false;
  const here = links.findIndex(link => link === document.activeElement || link.getAttribute("aria-current") === "true");
  const next = links[Math.min(links.length - 1, Math.max(0, here + step))];
  next.focus();
  next.scrollIntoView({ block: "nearest" });
  return true;
};

const press = key => {
  const control = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  control?.click();
  return Boolean(control);
};

const act = key => {
  if (Date.now() - wentAt < SECOND_KEY_WITHIN && key in PLACES) {
    wentAt = 0;
    return go(key);
  }
  switch (key) {
    case "/": return find();
    case "j": return walk(1);
    case "k": return walk(-1);
    case "g": wentAt = Date.now(); return true;
    case "?": document.getElementById("ec-keys")?.showModal(); return true;
    default: return press(key);
  }
};

document.addEventListener("keydown", event => {
  if (!enabled() || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || typing(event.target)) return;
  if (event.key.length === 1 && act(event.key.toLowerCase())) event.preventDefault();
});

const show = () => {
  for (const button of document.querySelectorAll("[data-keys-choice]")) {
    button.setAttribute("aria-pressed", (button.dataset.keysChoice === "on") === enabled());
  }
};
document.addEventListener("click", event => {
  const choice = event.target.closest("[data-keys-choice]")?.dataset.keysChoice;
  if (!choice) return;
  localStorage.setItem(SWITCH, choice);
  show();
});
show();
