/** One-time links: the set-up of the first administrator, and the invitation to choose a password. */
@NullMarked
package cx.ecou.platform.access.link;

import org.jspecify.annotations.NullMarked;
