package cx.ecou.webshell.components;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageRowsTests {

    @Test
    void a_list_that_fits_ends_with_its_last_row() {
        PageRows<Integer> all = PageRows.of(List.of(9, 8), 2);

        assertThat(all.shown()).containsExactly(9, 8);
        assertThat(all.<String>goesOn(String::valueOf)).isNull();
        assertThat(PageRows.of(List.<Integer>of(), 2).<String>goesOn(String::valueOf))
                .isNull();
    }

    @Test
    void a_longer_one_goes_on_from_the_last_row_that_is_shown() {
        PageRows<Integer> first = PageRows.of(List.of(9, 8, 7), 2);

        assertThat(first.shown()).containsExactly(9, 8);
        assertThat(first.<String>goesOn(String::valueOf)).isEqualTo("8");
    }
}
