package cx.ecou.actionplan.read.casefile;

/** In which order a list of cases stands. */
public enum CaseOrder {
    /** What is due first comes first. */
    DUE("due_at", false),
    /** What was opened last comes first. */
    NEWEST("opened_at", true);

    final String column;
    final boolean descending;

    CaseOrder(String column, boolean descending) {
        this.column = column;
        this.descending = descending;
    }
}
