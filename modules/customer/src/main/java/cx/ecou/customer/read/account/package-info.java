/** Companies that customers act for, with their people: as they are listed, looked for and shown. */
@NullMarked
package cx.ecou.customer.read.account;

import org.jspecify.annotations.NullMarked;
