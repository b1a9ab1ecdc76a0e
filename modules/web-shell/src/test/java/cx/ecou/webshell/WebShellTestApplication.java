package cx.ecou.webshell;

import cx.ecou.kernel.Role;
import cx.ecou.webshell.layout.NavigationEntry;
import cx.ecou.webshell.layout.NavigationEntry.Group;
import cx.ecou.webshell.texts.TextBundle;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.LongSupplier;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The shell with a menu like the real one, and a gallery of its components in it. */
@SpringBootApplication
public class WebShellTestApplication {

    private static final Set<Role> EVERYBODY = EnumSet.allOf(Role.class);

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    TextBundle sampleTexts() {
        return new TextBundle("texts/samples/messages");
    }

    @Bean
    NavigationEntry dashboard() {
        return entry("dashboard", "/gallery/figures", "layout-dashboard", Group.MAIN, 1, () -> 0);
    }

    @Bean
    NavigationEntry inbox() {
        return entry("inbox", "/gallery", "inbox", Group.MAIN, 2, () -> 38);
    }

    @Bean
    NavigationEntry cases() {
        return entry("cases", "/cases", "layout-kanban", Group.MAIN, 3, () -> 1264);
    }

    @Bean
    NavigationEntry surveys() {
        return entry("surveys", "/surveys", "clipboard-list", Group.LISTEN, 1, () -> {
            throw new IllegalStateException("the surveys cannot be counted");
        });
    }

    @Bean
    NavigationEntry settings() {
        return new NavigationEntry("settings", "/settings", "settings", Group.RUN, 1, EnumSet.of(Role.ADMIN));
    }

    private static NavigationEntry entry(
            String key, String href, String icon, Group group, int order, LongSupplier waiting) {
        return new NavigationEntry(key, href, icon, group, order, EVERYBODY, waiting);
    }
}
