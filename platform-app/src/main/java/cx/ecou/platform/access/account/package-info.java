/** The accounts of the people who work in Ecou, and their passwords. */
@NullMarked
package cx.ecou.platform.access.account;

import org.jspecify.annotations.NullMarked;
