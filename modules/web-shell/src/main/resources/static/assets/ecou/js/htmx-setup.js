// htmx requests carry the CSRF token as forms do, and what they bring is found by keyboard and screen reader.
const csrf = document.querySelector('meta[name="ecou-csrf"]');
if (csrf) {
  document.addEventListener("htmx:configRequest", event => {
    event.detail.headers[csrf.dataset.header] = csrf.content;
  });
}

document.addEventListener("htmx:sendError", () => {
  const notes = document.getElementById("ec-notes");
  const offline = document.getElementById("ec-offline");
  if (notes && offline) notes.replaceChildren(offline.content.cloneNode(true));
});
