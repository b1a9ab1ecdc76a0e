/** The platform as one program: composition, access, start. */
@NullMarked
package cx.ecou;

import org.jspecify.annotations.NullMarked;
