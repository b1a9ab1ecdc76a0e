// Loaded in <head> before anything is painted: the asked, else the chosen, else the system's theme.
(() => {
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const key = "ecou.theme";
  const asked = new URLSearchParams(location.search).get("theme");

  const chosen = () => {
    try {
      return localStorage.getItem(key) || "system";
    } catch {
      return "system"; // storage is forbidden here: the system decides
    }
  };

  const show = () => {
    const theme = asked || chosen();
    root.dataset.bsTheme = theme === "light" || theme === "dark" ? theme : dark.matches ? "dark" : "light";
    for (const button of document.querySelectorAll("[data-theme-choice]")) {
      button.setAttribute("aria-pressed", button.dataset.themeChoice === chosen());
    }
  };

  root.classList.add("ec-js"); // without it, what needs a script is hidden and the tables behind the charts are shown
  show();
  dark.addEventListener("change", show);
  document.addEventListener("DOMContentLoaded", show);
  document.addEventListener("click", event => {
    const choice = event.target.closest("[data-theme-choice]")?.dataset.themeChoice;
    if (!choice) return;
    try {
      localStorage.setItem(key, choice);
    } catch {
      return;
    }
    show();
  });

  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone; // the next page shows its times in the reader's zone
  if (zone && !document.cookie.includes("ecou_zone=" + zone)) {
    document.cookie = "ecou_zone=" + zone + "; Path=/; Max-Age=31536000; SameSite=Lax" + (location.protocol === "https:" ? "; Secure" : "");
  }
})();
