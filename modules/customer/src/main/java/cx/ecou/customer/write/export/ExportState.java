package cx.ecou.customer.write.export;

/** How far an export has come. */
public enum ExportState {
    /** It is being gathered. */
    PREPARING,
    /** It can be fetched. */
    READY,
    /** It could not be gathered, however often that was tried. */
    FAILED,
    /** Its time is over, or the customer has been erased. */
    EXPIRED
}
