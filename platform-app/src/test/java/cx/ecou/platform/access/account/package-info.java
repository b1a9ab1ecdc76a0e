/** Tests of accounts. */
@NullMarked
package cx.ecou.platform.access.account;

import org.jspecify.annotations.NullMarked;
