package cx.ecou.insight.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.stat.interval.BinomialProportion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTests {

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource({"1, 1", "0, 1", "1, 2", "3, 7", "74, 107", "999, 1000", "123456, 987654"})
    void the_interval_is_the_one_that_hipparchus_computes(long hits, int n) {
        var expected = BinomialProportion.getWilsonScoreInterval(n, (double) hits / n, Interval.CONFIDENCE);

        Interval interval = new Share(hits, n).interval();

        assertThat(interval).isNotNull();
        assertThat(interval.low()).isCloseTo(100 * expected.getLowerBound(), within(1e-9));
        assertThat(interval.high()).isCloseTo(100 * expected.getUpperBound(), within(1e-9));
    }

    @Test
    void nine_of_ten_customers_kept_is_ninety_percent() {
        assertThat(new Share(1050 - 150, 1000).percent()).isEqualTo(90.0);
    }

    @Test
    void more_answers_than_fit_an_int_are_still_a_share() {
        Share share = new Share(3_000_000_000L, 6_000_000_000L);

        assertThat(share.percent()).isEqualTo(50.0);
        assertThat(share.interval()).isNotNull();
        assertThat(share.interval().high() - share.interval().low()).isCloseTo(0.00253, within(0.00001));
    }

    @Test
    void nothing_of_nothing_is_no_figure() {
        Share nothing = new Share(0, 0);

        assertThat(nothing.percent()).isNull();
        assertThat(nothing.interval()).isNull();
        assertThat(nothing.standardError()).isNull();
    }

    @Test
    void more_hits_than_answers_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Share(6, 5)).withMessage("6 of 5 is not a share");
        assertThatIllegalArgumentException().isThrownBy(() -> new Share(-1, 5));
    }

    @Test
    void z_is_that_of_the_documented_vectors() {
        assertThat(Quantiles.NORMAL).isCloseTo(1.959964, within(5e-7));
    }
}
