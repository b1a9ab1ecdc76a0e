/**
 * Tables that leave Ecou as CSV.
 */
@NullMarked
@NamedInterface("csv")
package cx.ecou.webshell.csv;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
