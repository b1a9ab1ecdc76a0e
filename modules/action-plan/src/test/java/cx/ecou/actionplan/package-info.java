/** Examples that the tests of the action plan share, and its application for tests. */
@NullMarked
package cx.ecou.actionplan;

import org.jspecify.annotations.NullMarked;
