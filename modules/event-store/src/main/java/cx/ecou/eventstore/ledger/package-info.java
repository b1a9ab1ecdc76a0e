/** Whether every processor has handled what the event table holds for it: counted by itself, and counted again by a job. */
@NullMarked
@NamedInterface("ledger")
package cx.ecou.eventstore.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
