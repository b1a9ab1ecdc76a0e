/** The pages on which administrators look after the store: processors, dead letters, events, read models, ledger, seals. */
@NullMarked
package cx.ecou.platform.operations;

import org.jspecify.annotations.NullMarked;
