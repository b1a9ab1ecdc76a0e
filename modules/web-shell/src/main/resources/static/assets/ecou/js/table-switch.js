// The tools of a chart card: chart or table, and the table as CSV where the server offers none.
import { tableAsCsv } from "./table-csv.js";
import { save } from "./save.js";

const card = element => element.closest(".ec-card");

const toggle = button => {
  const shown = button.getAttribute("aria-pressed") !== "true";
  button.setAttribute("aria-pressed", shown);
  card(button).querySelector("[data-chart]").hidden = shown;
  card(button).querySelector(".ec-alt").classList.toggle("ec-alt-on", shown);
};

document.addEventListener("click", event => {
  const button = event.target.closest("[data-table-switch], [data-table-csv]");
  if (!button) return;
  if (button.matches("[data-table-switch]")) {
    toggle(button);
  } else {
    const csv = tableAsCsv(card(button).querySelector("table"));
    save(new Blob([csv], { type: "text/csv" }), card(button).querySelector("h2").textContent.trim() + ".csv");
  }
});
