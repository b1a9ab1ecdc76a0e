/** What stands before every request: two filter chains, security headers, protection against forged forms. */
@NullMarked
package cx.ecou.platform.access.guard;

import org.jspecify.annotations.NullMarked;
