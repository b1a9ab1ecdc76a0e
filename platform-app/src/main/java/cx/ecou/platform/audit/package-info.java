/** The audit log: who has seen or changed what, only ever added to, each entry linked to the one before it. */
@NullMarked
package cx.ecou.platform.audit;

import org.jspecify.annotations.NullMarked;
