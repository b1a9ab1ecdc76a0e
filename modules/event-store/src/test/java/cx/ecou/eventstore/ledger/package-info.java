/** How sets of events are told apart. */
@NullMarked
package cx.ecou.eventstore.ledger;

import org.jspecify.annotations.NullMarked;
