package cx.ecou.eventstore.processing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PaceTests {

    private final Pace pace = new Pace();

    @Test
    void nobody_knows_a_pace_from_one_look() {
        assertThat(at(0, 100)).isNull();
        assertThat(at(500, 200)).isNull();
    }

    @Test
    void after_a_second_it_is_what_was_passed_since_the_first_look() {
        at(0, 100);

        assertThat(at(2_000, 300)).isEqualTo(100);
        assertThat(at(4_000, 300)).isEqualTo(50);
    }

    @Test
    void something_that_rests_has_the_pace_zero() {
        at(0, 100);

        assertThat(at(1_000, 100)).isZero();
    }

    @Test
    void what_was_seen_more_than_half_a_minute_ago_counts_no_more() {
        at(0, 0);
        at(20_000, 100);

        assertThat(at(40_000, 300)).isEqualTo(10);
        assertThat(at(100_000, 900)).isNull();
    }

    @Test
    void what_is_put_back_to_be_built_anew_begins_a_new_count() {
        at(0, 1_000);

        assertThat(at(2_000, 0)).isNull();
        assertThat(at(4_000, 500)).isEqualTo(250);
    }

    private @Nullable Double at(long millis, long position) {
        return pace.at(Duration.ofMillis(millis).toNanos(), position);
    }
}
