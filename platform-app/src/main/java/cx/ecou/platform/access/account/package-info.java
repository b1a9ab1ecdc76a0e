/** The accounts of the people who work in Ecou, their passwords, and the pages on which both are kept. */
@NullMarked
package cx.ecou.platform.access.account;

import org.jspecify.annotations.NullMarked;
