/** The examples and the clock that the tests of access share. */
@NullMarked
package cx.ecou.platform.access;

import org.jspecify.annotations.NullMarked;
