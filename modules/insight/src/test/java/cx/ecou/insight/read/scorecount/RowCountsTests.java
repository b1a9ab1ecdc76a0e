package cx.ecou.insight.read.scorecount;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowCountsTests {

    private final RowCounts counts = new RowCounts();

    @Test
    void at_first_there_is_nothing() {
        assertThat(counts.size()).isZero();
        assertThat(all()).isEmpty();
    }

    @Test
    void equal_rows_are_counted_together_and_others_apart() {
        counts.add(7, 1);
        counts.add(7, 2);
        counts.add(7, 1);
        counts.add(0, 0);

        assertThat(all()).containsExactlyInAnyOrderEntriesOf(Map.of(row(7, 1), 2L, row(7, 2), 1L, row(0, 0), 1L));
        assertThat(counts.size()).isEqualTo(3);
    }

    @Test
    void however_many_they_become_none_is_lost() {
        Map<PackedRow, Long> expected = new HashMap<>();
        for (long n = 0; n < 100_000; n++) {
            // Alike but for a few bits, as rows of one scope are.
            long first = n * n % 97 << 32 | n % 11;
            long second = n % 365 << 32 | 20_000;
            counts.add(first, second);
            expected.merge(row(first, second), 1L, Long::sum);
        }

        assertThat(all()).isEqualTo(expected);
        assertThat(counts.size()).isEqualTo(expected.size()).isGreaterThan(50_000);
        assertThat(counts).hasToString(expected.size() + " rows, 100000 answers");
    }

    @Test
    void in_order_they_come_by_scope_then_by_answer_then_by_day() {
        for (long n = 0; n < 500; n++) {
            counts.add(n * 31 % 7 << 32 | n % 3, n * 17 % 13);
        }
        List<PackedRow> rows = new ArrayList<>();
        counts.forEachInOrder((row, count) -> rows.add(row));

        assertThat(rows)
                .isSortedAccordingTo(
                        Comparator.<PackedRow>comparingLong(row -> row.first()).thenComparingLong(PackedRow::second))
                .hasSize(counts.size());
    }

    private Map<PackedRow, Long> all() {
        Map<PackedRow, Long> found = new HashMap<>();
        counts.forEach(found::put);
        return found;
    }

    private static PackedRow row(long first, long second) {
        return new PackedRow(first, second);
    }
}
