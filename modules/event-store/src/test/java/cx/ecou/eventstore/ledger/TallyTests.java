package cx.ecou.eventstore.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class TallyTests {

    private static final UUID FIRST = UUID.fromString("0198f0aa-0000-7000-8000-000000000001");
    private static final UUID SECOND = UUID.fromString("0198f0aa-0000-7000-9000-0000000000ff");

    @Test
    void the_order_of_events_makes_no_difference() {
        assertThat(Tally.NONE.plus(FIRST).plus(SECOND))
                .isEqualTo(Tally.NONE.plus(SECOND).plus(FIRST));
    }

    @Test
    void tallies_of_parts_make_the_tally_of_the_whole() {
        assertThat(Tally.NONE.plus(FIRST).plus(Tally.NONE.plus(SECOND)))
                .isEqualTo(Tally.NONE.plus(FIRST).plus(SECOND));
    }

    @Test
    void an_event_twice_is_not_the_same_as_not_at_all() {
        assertThat(Tally.NONE.plus(FIRST).plus(FIRST)).isNotEqualTo(Tally.NONE).isEqualTo(new Tally(2, 0));
    }

    @Test
    void another_event_is_another_tally() {
        assertThat(Tally.NONE.plus(FIRST)).isNotEqualTo(Tally.NONE.plus(SECOND));
    }
}
