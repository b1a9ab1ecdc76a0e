/** Who may do what: accounts of people, keys of programs, and the two doors they come in by. */
@NullMarked
package cx.ecou.platform.access;

import org.jspecify.annotations.NullMarked;
