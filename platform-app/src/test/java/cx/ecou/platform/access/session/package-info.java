/** Tests of sessions. */
@NullMarked
package cx.ecou.platform.access.session;

import org.jspecify.annotations.NullMarked;
