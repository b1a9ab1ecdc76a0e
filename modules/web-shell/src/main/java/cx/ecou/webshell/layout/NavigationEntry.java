package cx.ecou.webshell.layout;

import cx.ecou.kernel.Role;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * One line of the menu. Modules declare them as beans, so the layout names no module.
 *
 * @param key names the entry: its text is {@code nav.<key>}, and a page names it as the active one
 * @param href where it leads
 * @param icon name of a symbol in {@code icons.svg}
 * @param group the part of the menu in which it stands
 * @param order its place within the group, smallest first
 * @param roles who sees it
 * @param waiting how much work waits there; never a total; 0 shows nothing. Asked on every page: it must be cheap
 */
public record NavigationEntry(
        String key, String href, String icon, Group group, int order, Set<Role> roles, LongSupplier waiting) {

    /** The parts of the menu, from top to bottom. Those but the first have a title: {@code nav.group.listen}. */
    public enum Group {
        MAIN,
        LISTEN,
        RUN
    }

    public NavigationEntry {
        roles = Set.copyOf(roles);
    }

    /** An entry where no work waits. */
    public NavigationEntry(String key, String href, String icon, Group group, int order, Set<Role> roles) {
        this(key, href, icon, group, order, roles, () -> 0);
    }

    public String textKey() {
        return "nav." + key;
    }
}
