// htmx requests carry the CSRF token as forms do, say whether the page asks by itself, and what they bring is found by
// keyboard and screen reader.
const csrf = document.querySelector('meta[name="ecou-csrf"]');
document.addEventListener("htmx:configRequest", ({ detail }) => {
  if (csrf) detail.headers[csrf.dataset.header] = csrf.content;
  if (detail.triggeringEvent?.type === "ecou:live") detail.headers["Ecou-Live"] = "true";
});

document.addEventListener("htmx:sendError", () => {
  const notes = document.getElementById("ec-notes");
  const offline = document.getElementById("ec-offline");
  if (notes && offline) notes.replaceChildren(offline.content.cloneNode(true));
});
