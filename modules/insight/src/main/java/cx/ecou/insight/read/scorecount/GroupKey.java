package cx.ecou.insight.read.scorecount;

import java.time.LocalDate;

/** To which group an answer belongs, as SQL says it and as programs read it. */
final class GroupKey {

    private GroupKey() {}

    /** @param days the table that says on which day it was; the scope is {@code scope}, the membership {@code held} */
    static String column(Grouping grouping, String days) {
        if (grouping instanceof Grouping.BySpan by) {
            return "date_trunc('%s', %s.occurred_on::timestamp)::date"
                    .formatted(by.span().key(), days);
        }
        if (grouping instanceof Grouping.BySegment) {
            return "held.segment_id";
        }
        return grouping instanceof Grouping.ByDimension by
                ? "scope.%s collate \"C\"".formatted(by.dimension().key())
                : "''::text";
    }

    /** From what the database calls it. */
    static String of(Grouping grouping, String found) {
        return grouping instanceof Grouping.BySpan by ? by.span().keyOf(LocalDate.parse(found)) : found;
    }
}
