/** The start: a wrong configuration stops it with one sentence, a right one says where Ecou is reached. */
@NullMarked
package cx.ecou.platform.start;

import org.jspecify.annotations.NullMarked;
