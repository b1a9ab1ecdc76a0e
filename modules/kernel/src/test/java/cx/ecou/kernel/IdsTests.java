package cx.ecou.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTests {

    @Test
    void the_same_outside_key_always_gives_the_same_id() {
        assertThat(Ids.derived("feedback", "shop", "r-1"))
                .isEqualTo(Ids.derived("feedback", "shop", "r-1"))
                .extracting(UUID::version)
                .isEqualTo(5);
    }

    @Test
    void the_borders_between_parts_and_the_kind_count() {
        assertThat(Stream.of(
                        Ids.derived("feedback", "a", "bc"),
                        Ids.derived("feedback", "ab", "c"),
                        Ids.derived("feedback", "abc"),
                        Ids.derived("feedback", "a", "bc", ""),
                        Ids.derived("case", "a", "bc"),
                        Ids.derived("feedback", "a\u0000" + "2:bc")))
                .doesNotHaveDuplicates();
    }

    @Test
    void new_ids_differ_and_sort_by_the_time_they_were_made() {
        List<UUID> made = Stream.generate(Ids::next).limit(2_000).toList();

        assertThat(made).doesNotHaveDuplicates().allMatch(id -> id.version() == 7);
        assertThat(made.stream().map(UUID::toString).toList()).isSorted();
    }
}
