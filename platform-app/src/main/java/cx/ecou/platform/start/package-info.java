/** The start: a wrong configuration stops it with one sentence, a right one says where Ecou is reached. */
@NullMarked
@NamedInterface("start")
package cx.ecou.platform.start;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
