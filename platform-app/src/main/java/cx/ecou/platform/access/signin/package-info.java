/** The door for people: sign-in with its limits, sign-out, and where one goes next. */
@NullMarked
package cx.ecou.platform.access.signin;

import org.jspecify.annotations.NullMarked;
