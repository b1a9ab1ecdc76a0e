package cx.ecou.webshell.components;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class IntervalBarTests {

    private final IntervalBar nps = new IntervalBar(-100, 100, 30.5, 35, 39.2, 43.3, 45.0, "35.0");

    @Test
    void the_middle_of_the_track_is_the_middle_of_the_picture() {
        assertThat(nps.x(0)).isEqualTo(120);
    }

    @Test
    void the_ends_leave_room_for_a_dot() {
        assertThat(nps.x(-100)).isEqualTo(6);
        assertThat(nps.x(100)).isEqualTo(234);
    }

    @Test
    void what_lies_beyond_the_track_stands_at_its_end() {
        assertThat(nps.x(-400)).isEqualTo(6);
        assertThat(nps.x(400)).isEqualTo(234);
    }

    @Test
    void a_track_has_a_length() {
        assertThatThrownBy(() -> new IntervalBar(5, 5, 5, 5, 5, null, null, "5"))
                .hasMessage("a track runs from a lower to a higher value");
    }
}
