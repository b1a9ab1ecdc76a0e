/** Links by which customers reach their own page of preferences, without signing in. */
@NamedInterface("link")
@NullMarked
package cx.ecou.customer.write.link;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
