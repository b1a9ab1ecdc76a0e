/**
 * The delivered file itself: how it is written (encoding, delimiter, quotes) and what stands in it, row by row. A file is
 * never believed: what does not fit is named, with its row.
 */
@NullMarked
package cx.ecou.feedback.write.imports.file;

import org.jspecify.annotations.NullMarked;
