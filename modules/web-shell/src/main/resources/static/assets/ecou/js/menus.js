// A menu (`<details class="ec-menu">`) closes when somebody goes on elsewhere, and gives the focus back on Escape.
const opened = () => document.querySelectorAll("details.ec-menu[open]");

document.addEventListener("click", event => {
  for (const menu of opened()) if (!menu.contains(event.target)) menu.open = false;
});

document.addEventListener("keydown", event => {
  if (event.key !== "Escape") return;
  for (const menu of opened()) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});
