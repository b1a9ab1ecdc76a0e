// A table as CSV, by the same rules as the server's: RFC 4180, and no cell that a spreadsheet would take for a formula.

const typed = text => text.replace(/^−(?=\d)/, "-"); // a spreadsheet reads numbers with a hyphen only
const quoted = text => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const harmless = text => (/^[=+\-@\t\r]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text);

export const tableAsCsv = table =>
  "\uFEFF" + [...table.rows].map(row => [...row.cells].map(cell => quoted(harmless(typed(cell.textContent.trim())))).join(",")).join("\r\n") + "\r\n";
