/** What the platform does by itself: it makes cases of negative feedback and escalates the overdue ones. */
@NullMarked
package cx.ecou.actionplan.automation;

import org.jspecify.annotations.NullMarked;
