package cx.ecou.provingground;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SamplesTests {

    private final Samples hundred =
            Samples.of(IntStream.rangeClosed(1, 100).mapToDouble(n -> 101 - n).toArray());

    @Test
    void a_percentile_is_the_value_of_the_nearest_rank() {
        assertThat(hundred.percentile(95)).isEqualTo(95);
        assertThat(hundred.percentile(99)).isEqualTo(99);
        assertThat(hundred.percentile(100)).isEqualTo(100);
        assertThat(Samples.of(7).percentile(1)).isEqualTo(7);
    }

    @Test
    void a_range_names_median_lowest_and_highest() {
        assertThat(Samples.of(1_000, 3_000, 2_000).range()).isEqualTo("2,000 (1,000–3,000)");
    }

    @Test
    void the_same_seed_makes_the_same_answers_under_new_keys_each() {
        String one = lines(new FeedbackMaker("a", 1, Duration.ofMillis(1)));
        String other = lines(new FeedbackMaker("a", 1, Duration.ofMillis(1)));

        assertThat(one.replaceAll("\"occurredAt\":\"[^\"]+\"", ""))
                .isEqualTo(other.replaceAll("\"occurredAt\":\"[^\"]+\"", ""));
        assertThat(one.lines().map(line -> line.replaceAll(".*\"externalId\":\"([^\"]+)\".*", "$1")))
                .doesNotHaveDuplicates()
                .hasSize(50);
    }

    private static String lines(FeedbackMaker maker) {
        return new String(maker.lines(50), StandardCharsets.UTF_8);
    }
}
