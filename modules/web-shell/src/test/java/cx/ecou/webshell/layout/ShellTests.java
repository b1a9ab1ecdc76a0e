package cx.ecou.webshell.layout;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.kernel.Role;
import cx.ecou.webshell.layout.NavigationEntry.Group;
import cx.ecou.webshell.testing.SignedIn;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

class ShellTests {

    private final Shell shell = new Shell(
            List.of(
                    entry("settings", Group.RUN, 1, Set.of(Role.ADMIN), () -> 0),
                    entry("cases", Group.MAIN, 3, Set.of(Role.ADMIN, Role.CX_AGENT), () -> 64),
                    entry("imports", Group.RUN, 2, Set.of(Role.ADMIN), () -> 0),
                    entry("inbox", Group.MAIN, 2, Set.of(Role.ADMIN, Role.CX_AGENT), () -> {
                        throw new IllegalStateException("the inbox cannot be counted");
                    }),
                    entry("dashboard", Group.MAIN, 1, Set.of(Role.values()), () -> 0)),
            List.of(new Banner("demo.banner")));

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void the_menu_shows_what_the_reader_may_open_in_order_and_no_empty_part() {
        signIn(Role.CX_AGENT);

        assertThat(shell.menu()).singleElement().satisfies(group -> {
            assertThat(group.titleKey()).isNull();
            assertThat(group.lines())
                    .extracting(line -> line.entry().key())
                    .containsExactly("dashboard", "inbox", "cases");
        });
    }

    @Test
    void the_parts_of_the_menu_but_the_first_have_a_title() {
        signIn(Role.ADMIN);

        assertThat(shell.menu()).extracting(MenuGroup::titleKey).containsExactly(null, "nav.group.run");
    }

    @Test
    void the_bottom_bar_of_a_phone_has_room_for_the_first_three() {
        signIn(Role.ADMIN);

        assertThat(shell.shortMenu())
                .extracting(line -> line.entry().key())
                .containsExactly("dashboard", "inbox", "cases");
    }

    @Test
    void a_count_that_cannot_be_had_leaves_the_page_standing() {
        signIn(Role.CX_AGENT);

        assertThat(shell.shortMenu()).extracting(MenuLine::waiting).containsExactly(0L, 0L, 64L);
    }

    @Test
    void before_the_door_there_is_no_menu() {
        assertThat(shell.menu()).isEmpty();
        assertThat(shell.me()).isNull();
    }

    private static NavigationEntry entry(String key, Group group, int order, Set<Role> roles, LongSupplier waiting) {
        return new NavigationEntry(key, "/" + key, "inbox", group, order, roles, waiting);
    }

    private static void signIn(Role role) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        SignedIn.colleague("Ilinca P.", role), null, List.of()));
    }
}
