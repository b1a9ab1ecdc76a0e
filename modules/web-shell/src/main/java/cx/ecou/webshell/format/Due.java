package cx.ecou.webshell.format;

/**
 * How a due time stands at this moment.
 *
 * @param text in words: "2 h 46 min left", "overdue by 1 day"
 * @param tone ending of the tag's class: {@code overdue}, {@code soon}, or empty while there is time
 * @param icon name of its symbol, so that colour never speaks alone
 */
public record Due(String text, String tone, String icon) {}
