package cx.ecou.webshell.layout;

import cx.ecou.kernel.Colleague;
import cx.ecou.webshell.access.CurrentActor;
import cx.ecou.webshell.texts.Language;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/** What the layout asks for, as {@code @shell} in a template: the menu of whoever reads the page, and the frame around it. */
public final class Shell {

    private static final int PLACES_IN_THE_BOTTOM_BAR = 3;

    private final List<NavigationEntry> entries;
    private final List<Banner> banners;

    Shell(List<NavigationEntry> entries, List<Banner> banners) {
        this.entries = entries.stream()
                .sorted(Comparator.comparing(NavigationEntry::group).thenComparing(NavigationEntry::order))
                .toList();
        this.banners = List.copyOf(banners);
    }

    /** The menu in its groups, without those that hold nothing for the reader. */
    public List<MenuGroup> menu() {
        List<MenuLine> lines = lines();
        return Arrays.stream(NavigationEntry.Group.values())
                .map(group -> new MenuGroup(
                        group,
                        lines.stream()
                                .filter(line -> line.entry().group() == group)
                                .toList()))
                .filter(group -> !group.lines().isEmpty())
                .toList();
    }

    /** The lines that have a place of their own in the bottom bar of a phone. */
    public List<MenuLine> shortMenu() {
        return lines().stream().limit(PLACES_IN_THE_BOTTOM_BAR).toList();
    }

    public List<Banner> banners() {
        return banners;
    }

    public @Nullable Colleague me() {
        return CurrentActor.colleague().orElse(null);
    }

    public Language language() {
        return Language.of(LocaleContextHolder.getLocale());
    }

    public List<Language> languages() {
        return List.of(Language.values());
    }

    private List<MenuLine> lines() {
        Colleague me = me();
        return me == null
                ? List.of()
                : entries.stream()
                        .filter(entry -> entry.roles().contains(me.role()))
                        .map(MenuLine::of)
                        .toList();
    }
}
