package cx.ecou.customer.read.erasure;

/**
 * What was done in one place.
 *
 * @param name stable: of a table, or a word for what lay there
 * @param rows that were about the customer
 * @param legible those of them that still say something personal: none when it is done
 */
public record ErasedPlace(String name, long rows, long legible, boolean done) {

    /** It was done in the transaction that erased. */
    static ErasedPlace atOnce(String name, long rows) {
        return new ErasedPlace(name, rows, 0, true);
    }
}
