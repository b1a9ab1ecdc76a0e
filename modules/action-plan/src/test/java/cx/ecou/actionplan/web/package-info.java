/** The pages of cases as they are rendered. */
@NullMarked
package cx.ecou.actionplan.web;

import org.jspecify.annotations.NullMarked;
