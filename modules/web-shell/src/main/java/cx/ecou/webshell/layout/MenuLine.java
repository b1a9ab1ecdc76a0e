package cx.ecou.webshell.layout;

import org.slf4j.LoggerFactory;

/**
 * A line of the menu at the moment the page is made.
 *
 * @param entry what the line is
 * @param waiting how much work waits there now
 */
public record MenuLine(NavigationEntry entry, long waiting) {

    static MenuLine of(NavigationEntry entry) {
        return new MenuLine(entry, waitingAt(entry));
    }

    /** A count that cannot be had must not take the page with it: the page may be the one that says what is broken. */
    private static long waitingAt(NavigationEntry entry) {
        try {
            return entry.waiting().getAsLong();
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(MenuLine.class).warn("The work waiting at {} cannot be counted", entry.key(), e);
            return 0;
        }
    }
}
