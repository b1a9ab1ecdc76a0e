package cx.ecou.webshell.components;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;

class PageAddressTests {

    @Test
    void what_was_chosen_stands_behind_the_path_and_what_was_not_is_left_out() {
        assertThat(PageAddress.of("/cases")).hasToString("/cases");
        assertThat(PageAddress.of("/cases")
                        .with("q", "")
                        .with("owner", null)
                        .with("view", "list")
                        .with("cursor", "abc"))
                .hasToString("/cases?view=list&cursor=abc");
    }

    @Test
    void whatever_somebody_typed_stays_one_value() {
        assertThat(PageAddress.of("/inbox").with("q", "50% & more #1 +{x}").with("touchpoint", "dostawa ś"))
                .hasToString("/inbox?q=50%25%20%26%20more%20%231%20%2B%7Bx%7D&touchpoint=dostawa%20%C5%9B");
    }

    @Test
    void several_keep_their_order_and_the_address_before_stays_as_it_is() {
        var chosen = new LinkedHashMap<String, String>();
        chosen.put("to", "2026-11-30");
        chosen.put("from", "2026-11-01");
        PageAddress page = PageAddress.of("/inbox");

        assertThat(page.with(chosen)).hasToString("/inbox?to=2026-11-30&from=2026-11-01");
        assertThat(page).hasToString("/inbox");
    }
}
