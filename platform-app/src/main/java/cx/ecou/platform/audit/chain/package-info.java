/** The chain of hashes over the entries of the audit log, by which an altered, missing or inserted entry is found. */
@NullMarked
package cx.ecou.platform.audit.chain;

import org.jspecify.annotations.NullMarked;
