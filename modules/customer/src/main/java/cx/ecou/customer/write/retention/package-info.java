/**
 * For how long customers are kept of whom nothing is heard: rules, whom they would erase today, and the nightly run that erases them.
 */
@NullMarked
package cx.ecou.customer.write.retention;

import org.jspecify.annotations.NullMarked;
