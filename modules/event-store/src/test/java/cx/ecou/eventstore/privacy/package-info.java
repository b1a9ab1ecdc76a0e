/** What is personal is unreadable where it is stored, and for ever once its key is destroyed. */
@NullMarked
package cx.ecou.eventstore.privacy;

import org.jspecify.annotations.NullMarked;
