package cx.ecou.actionplan.web;

import cx.ecou.actionplan.read.casefile.CaseFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case on the board or in the list.
 *
 * @param headline what the customer wrote, shortened; null where nothing was written
 * @param owner name of the colleague who answers for it
 * @param mine whether it is the reader's own work
 * @param overdue whether the customer has not heard from us in time
 * @param moves where it may go from here; none for who only reads
 */
record CaseCard(
        CaseFile file,
        @Nullable String headline,
        @Nullable String owner,
        boolean mine,
        boolean overdue,
        List<Move> moves) {

    CaseCard {
        moves = List.copyOf(moves);
    }
}
