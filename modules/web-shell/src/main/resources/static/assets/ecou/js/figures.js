// Figures as the reader's language writes them, with a real minus (U+2212).

const locale = () => {
  const language = document.documentElement.lang || "en";
  return language === "en" ? "en-GB" : language;
};
const minus = text => text.replace("-", "−");
const fixed = digits => ({ minimumFractionDigits: digits, maximumFractionDigits: digits });

export const count = value => new Intl.NumberFormat(locale()).format(value);
export const figure = (value, digits = 1) => minus(new Intl.NumberFormat(locale(), fixed(digits)).format(value));
export const percent = (value, digits = 1) => minus(new Intl.NumberFormat(locale(), { style: "percent", ...fixed(digits) }).format(value / 100));
export const signed = (value, digits = 1) => (value > 0 ? "+" : "") + figure(value, digits);

/** Fills the places of a text: `{lo}`. */
export const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, place) => values[place]);
