/** What customers, teams and programs live through, across all modules, on the whole platform. */
@NullMarked
package cx.ecou.story;

import org.jspecify.annotations.NullMarked;
