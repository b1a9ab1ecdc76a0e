package cx.ecou.webshell.layout;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A part of the menu as one reader sees it.
 *
 * @param group which part
 * @param lines what the reader may open there, in order
 */
public record MenuGroup(NavigationEntry.Group group, List<MenuLine> lines) {

    /** Key of its title; null for the first part, which needs none. */
    public @Nullable String titleKey() {
        return group == NavigationEntry.Group.MAIN
                ? null
                : "nav.group." + group.name().toLowerCase(Locale.ROOT);
    }
}
