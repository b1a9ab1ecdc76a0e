/** Customers as they are listed, looked for and shown: what all sources know of each, put together. */
@NullMarked
package cx.ecou.customer.read.directory;

import org.jspecify.annotations.NullMarked;
