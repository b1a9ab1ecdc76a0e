/** Who meets which rule. */
@NullMarked
package cx.ecou.segment.read.portrait;

import org.jspecify.annotations.NullMarked;
