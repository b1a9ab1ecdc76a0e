/** Cases for people: the board, the list, and the page of one case with its steps. */
@NullMarked
package cx.ecou.actionplan.web;

import org.jspecify.annotations.NullMarked;
