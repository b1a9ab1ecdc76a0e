/** What a higher module may order: an erasure. Opened by docs/decisions/0028-erasing-unrecognised-feedback.md. */
@NamedInterface("commands")
@NullMarked
package cx.ecou.customer.commands;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
