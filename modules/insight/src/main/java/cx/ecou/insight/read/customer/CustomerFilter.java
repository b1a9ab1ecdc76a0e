package cx.ecou.insight.read.customer;

import cx.ecou.kernel.Band;
import cx.ecou.webshell.audit.Codes;
import org.jspecify.annotations.Nullable;

/**
 * Which customers are listed; what is missing does not narrow.
 *
 * @param words beginnings of words in names, addresses, numbers and keys, all of them; letters count without their marks
 * @param account the company that they act for
 * @param source a system that has a key for them
 * @param band of their newest score
 * @param withOpenCase whether there must be work to do for them
 */
public record CustomerFilter(
        @Nullable String words,
        @Nullable String account,
        @Nullable String language,
        @Nullable String source,
        @Nullable Band band,
        boolean withOpenCase) {

    public static final CustomerFilter NONE = new CustomerFilter(null, null, null, null, null, false);

    /** As the audit log keeps it: of what somebody typed only that it was there. */
    public Codes codes() {
        Codes codes = Codes.NONE
                .typed("q", words)
                .typed("account", account)
                .typed("language", language)
                .typed("source", source)
                .with("band", band);
        return withOpenCase ? codes.with("openCases", 1) : codes;
    }
}
