// htmx requests carry the CSRF token like forms do.
const csrf = document.querySelector('meta[name="ecou-csrf"]');
if (csrf) {
  document.addEventListener("htmx:configRequest", event => {
    event.detail.headers[csrf.dataset.header] = csrf.content;
  });
}
