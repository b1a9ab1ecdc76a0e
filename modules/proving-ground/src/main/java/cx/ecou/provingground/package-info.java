/**
 * Measures the platform as its users meet it: the packed program in a process of its own, over HTTP. Both sides of a
 * comparison run in one run, in turns, on the same database.
 */
@NullMarked
package cx.ecou.provingground;

import org.jspecify.annotations.NullMarked;
