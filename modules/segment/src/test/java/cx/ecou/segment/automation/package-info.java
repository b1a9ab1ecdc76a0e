/** How memberships are kept up to date. */
@NullMarked
package cx.ecou.segment.automation;

import org.jspecify.annotations.NullMarked;
