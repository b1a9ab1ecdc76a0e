/** Who is who: subjects that sources tell of are recognised as customers, customers are merged and separated again. */
@NullMarked
package cx.ecou.customer.write.person;

import org.jspecify.annotations.NullMarked;
