/** What the words that every module uses promise. */
@NullMarked
package cx.ecou.kernel;

import org.jspecify.annotations.NullMarked;
