/**
 * Files become feedback: a file is stored, its columns are mapped, and its rows go through the same intake as everything
 * else. How far an import has come is operational state in tables, not a fact about customers; it makes no events.
 */
@NullMarked
package cx.ecou.feedback.write.imports;

import org.jspecify.annotations.NullMarked;
