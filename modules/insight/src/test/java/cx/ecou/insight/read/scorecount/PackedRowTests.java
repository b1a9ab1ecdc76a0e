package cx.ecou.insight.read.scorecount;

import static org.assertj.core.api.Assertions.assertThat;

import cx.ecou.insight.figures.Series;
import cx.ecou.kernel.Metric;
import cx.ecou.kernel.Scale;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackedRowTests {

    private static final LocalDate OCCURRED = LocalDate.of(2026, 3, 4);
    private static final LocalDate RECORDED = LocalDate.of(2026, 4, 2);

    @Test
    void what_is_packed_comes_out_again() {
        for (Series series : List.of(
                Series.NPS,
                new Series(Metric.CSAT, new Scale(1, 5)),
                new Series(Metric.CES, new Scale(99, 100)),
                new Series(Metric.CES, new Scale(0, 100)))) {
            for (int scope : new int[] {1, 40_000, Integer.MAX_VALUE}) {
                PackedRow row =
                        packed(scope, series, BigDecimal.valueOf(series.scale().high()), OCCURRED, RECORDED);

                assertThat(row.scope()).isEqualTo(scope);
                assertThat(row.metric()).isEqualTo(series.metric());
                assertThat(row.scale()).isEqualTo(series.scale());
                assertThat(row.halves()).isEqualTo(2 * series.scale().high());
                assertThat(row.occurredOn()).isEqualTo(OCCURRED);
                assertThat(row.recordedOn()).isEqualTo(RECORDED);
            }
        }
    }

    @Test
    void halves_and_days_before_1970_are_kept() {
        LocalDate early = LocalDate.of(1969, 7, 20);
        PackedRow row = packed(1, Series.NPS, new BigDecimal("8.5"), early, early.plusDays(1));

        assertThat(row.halves()).isEqualTo(17);
        assertThat(row.occurredOn()).isEqualTo(early);
        assertThat(row.recordedOn()).isEqualTo(early.plusDays(1));
    }

    @Test
    void rows_that_differ_in_anything_are_different() {
        Series csat = new Series(Metric.CSAT, new Scale(1, 7));
        Series ces = new Series(Metric.CES, new Scale(1, 7));
        BigDecimal five = BigDecimal.valueOf(5);

        assertThat(List.of(
                        packed(1, csat, five, OCCURRED, RECORDED),
                        packed(2, csat, five, OCCURRED, RECORDED),
                        packed(1, ces, five, OCCURRED, RECORDED),
                        packed(1, new Series(Metric.CSAT, new Scale(1, 5)), five, OCCURRED, RECORDED),
                        packed(1, new Series(Metric.CSAT, new Scale(0, 7)), five, OCCURRED, RECORDED),
                        packed(1, csat, BigDecimal.valueOf(6), OCCURRED, RECORDED),
                        packed(1, csat, five, OCCURRED.plusDays(1), RECORDED),
                        packed(1, csat, five, OCCURRED, RECORDED.plusDays(1))))
                .doesNotHaveDuplicates();
    }

    private static PackedRow packed(
            int scope, Series series, BigDecimal value, LocalDate occurredOn, LocalDate recordedOn) {
        return new PackedRow(
                PackedRow.first(scope, PackedRow.answer(series, value)), PackedRow.second(occurredOn, recordedOn));
    }
}
