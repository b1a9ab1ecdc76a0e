/** Tests of signing in. */
@NullMarked
package cx.ecou.platform.access.signin;

import org.jspecify.annotations.NullMarked;
