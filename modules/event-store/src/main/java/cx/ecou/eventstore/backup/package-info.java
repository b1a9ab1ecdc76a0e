/**
 * Backup of the embedded database, with nothing else installed: a copy of its files, and everything that was written since,
 * so that any moment can be restored.
 */
@NullMarked
@NamedInterface("backup")
package cx.ecou.eventstore.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
