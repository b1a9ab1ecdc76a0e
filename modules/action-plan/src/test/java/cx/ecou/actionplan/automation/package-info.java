/** What the platform does by itself, and that it does it once. */
@NullMarked
package cx.ecou.actionplan.automation;

import org.jspecify.annotations.NullMarked;
