@NullMarked
package cx.ecou.insight.web.customer;

import org.jspecify.annotations.NullMarked;
