/** What the module does by itself: whoever begins or ceases to meet the rule of a segment enters or leaves it. */
@NullMarked
package cx.ecou.segment.automation;

import org.jspecify.annotations.NullMarked;
