// Dragging on a board. The board works without it: each card holds one plain form per column it may go to
// (`<form data-to="RESOLVED">`), and dropping a card sends the form of that column. A card goes back where none is.
import { all, meta } from "./parts.js";

const wayTo = (card, column) => card.querySelector(`form[data-to="${CSS.escape(column.dataset.column)}"]`);

const mark = (board, card) => {
  for (const column of board.querySelectorAll("[data-column]")) {
    column.classList.toggle("ec-col-closed", column !== card.closest("[data-column]") && !wayTo(card, column));
  }
};

/** Columns beside each other are told apart by x alone, whatever their length; below each other, by y as well. */
const under = (board, { clientX, clientY }) => {
  const within = [...board.querySelectorAll("[data-column]")]
    .map(column => ({ column, box: (column.closest(".ec-col") ?? column).getBoundingClientRect() }))
    .filter(({ box }) => box.left <= clientX && clientX <= box.right);
  return (within.length > 1 ? within.find(({ box }) => box.top <= clientY && clientY <= box.bottom) : within[0])?.column;
};

/** A card that was let go over a closed column lies in the last open one it passed: nobody meant that. */
const drop = (board, { item, from, to, oldDraggableIndex, originalEvent }) => {
  if (from === to) return;
  if (under(board, originalEvent) === to) {
    wayTo(item, to).requestSubmit();
  } else {
    from.insertBefore(item, from.querySelectorAll("[data-card]")[oldDraggableIndex] ?? null);
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
        onEnd: event => {
          unmark(board);
          drop(board, event);
        },
      });
    }
  }
}
