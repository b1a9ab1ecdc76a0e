@NullMarked
package cx.ecou.insight.read.customer;

import org.jspecify.annotations.NullMarked;
