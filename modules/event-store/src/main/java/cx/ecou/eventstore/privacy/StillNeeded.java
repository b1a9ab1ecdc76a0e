package cx.ecou.eventstore.privacy;

import cx.ecou.eventstore.ModelTable;

/**
 * Who must not be erased by rule yet because something is going on with them: declared as a bean beside the table that knows, so
 * that whoever erases by rule need not know of the module.
 *
 * @param processingGroup that keeps the table: it must have seen everything
 * @param person the column that names the person; there is an index on it
 * @param condition of the rows that hold the person, as SQL
 */
public record StillNeeded(String processingGroup, ModelTable table, String person, String condition) {

    /** The persons who are held, as a query of one column {@code person}. */
    public String persons() {
        return "select " + person + " as person from " + table.live() + " where " + condition;
    }
}
