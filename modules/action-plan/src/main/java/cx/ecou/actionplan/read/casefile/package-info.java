/**
 * The cases as they stand: for the board, the list, the page of one case, and the programs that ask. The history of a
 * case is not copied here: it is read from the events themselves, so it cannot differ from them, and erasing a person
 * needs no second place.
 */
@NullMarked
package cx.ecou.actionplan.read.casefile;

import org.jspecify.annotations.NullMarked;
