// Dragging on a board. The board works without it: each card holds one plain form per column it may go to
// (`<form data-to="RESOLVED">`), and dropping a card sends the form of that column. A card goes back where none is.
import { all, meta } from "./parts.js";

const wayTo = (card, column) => card.querySelector(`form[data-to="${CSS.escape(column.dataset.column)}"]`);

const mark = (board, card) => {
  for (const column of board.querySelectorAll("[data-column]")) {
    column.classList.toggle("ec-col-closed", column !== card.closest("[data-column]") && !wayTo(card, column));
  }
};

const unmark = board => board.querySelectorAll(".ec-col-closed").forEach(column => column.classList.remove("ec-col-closed"));

export async function enableBoards(root) {
  const boards = all(root, "[data-board]");
  if (boards.length === 0) return;
  const { default: Sortable } = await import(meta("ecou-sortable"));
  for (const board of boards) {
    for (const column of board.querySelectorAll("[data-column]")) {
      new Sortable(column, {
        group: "board",
        draggable: "[data-card]",
        filter: "button, form, details",
        preventOnFilter: false,
        sort: false,
        animation: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 120,
        onStart: ({ item }) => mark(board, item),
        onMove: ({ dragged, to }) => to === dragged.closest("[data-column]") || Boolean(wayTo(dragged, to)),
        onEnd: ({ item, from, to }) => {
          unmark(board);
          if (from !== to) wayTo(item, to).requestSubmit();
        },
      });
    }
  }
}
