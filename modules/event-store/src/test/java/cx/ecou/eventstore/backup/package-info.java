/** Backup and restore of the embedded database, by themselves; the packed program's commands are tested in the proving ground. */
@NullMarked
package cx.ecou.eventstore.backup;

import org.jspecify.annotations.NullMarked;
