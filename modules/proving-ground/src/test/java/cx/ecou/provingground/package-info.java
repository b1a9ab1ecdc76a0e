/** That the harness measures what it says, and that the packed program runs. */
@NullMarked
package cx.ecou.provingground;

import org.jspecify.annotations.NullMarked;
