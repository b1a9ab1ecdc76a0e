/** What the columns of a file mean: the mapping somebody states, the one Ecou guesses, and a row read by it. */
@NullMarked
package cx.ecou.feedback.write.imports.mapping;

import org.jspecify.annotations.NullMarked;
