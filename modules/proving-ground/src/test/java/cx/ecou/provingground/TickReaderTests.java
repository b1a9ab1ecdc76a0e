package cx.ecou.provingground;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of a reader to whom not every event was given, once and in order. */
class TickReaderTests {

    private static final long[] STORED = {1, 2, 4, 5};

    @Test
    void of_who_was_given_everything_nothing_is_said() {
        assertThat(differences(1, 2, 4, 5)).isEmpty();
    }

    @Test
    void an_event_that_was_stepped_over_is_named() {
        assertThat(differences(1, 4, 5))
                .containsExactly(
                        "the reader that lags was given 3 of 4 events",
                        "the reader that lags was given position 4 where 2 was due");
    }

    @Test
    void an_event_that_never_came_at_the_end_is_missed() {
        assertThat(differences(1, 2, 4)).containsExactly("the reader that lags was given 3 of 4 events");
    }

    @Test
    void an_event_that_was_given_twice_is_named() {
        assertThat(differences(1, 2, 2, 4, 5))
                .containsExactly(
                        "the reader that lags was given 5 of 4 events",
                        "the reader that lags was given position 2 where 4 was due");
    }

    @Test
    void events_in_another_order_are_named() {
        assertThat(differences(1, 4, 2, 5))
                .containsExactly("the reader that lags was given position 4 where 2 was due");
    }

    private static List<String> differences(long... given) {
        return TickReader.differences("lags", given, STORED);
    }
}
