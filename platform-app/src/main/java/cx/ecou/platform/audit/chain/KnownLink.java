package cx.ecou.platform.audit.chain;

/**
 * A link by which the chain is known outside of the database: it stands for all entries up to its own.
 *
 * @param number of the link
 * @param entryId the entry that it ties
 * @param hash SHA-256, in hexadecimal digits
 */
public record KnownLink(long number, long entryId, String hash) {

    /** One line for the log, which {@code verify --against} reads again. */
    public String sentence() {
        return "The audit log is linked up to entry " + entryId + ": link " + number + ", hash " + hash;
    }
}
