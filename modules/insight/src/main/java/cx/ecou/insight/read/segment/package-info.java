/**
 * Which segments there are and who belonged to them from when to when: this module's copy, for the pages of customers and for
 * figures by segment.
 */
@NullMarked
package cx.ecou.insight.read.segment;

import org.jspecify.annotations.NullMarked;
