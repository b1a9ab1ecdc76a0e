/** The dashboard: how are we, is it changing, why, and what are we doing. */
@NullMarked
package cx.ecou.insight.web;

import org.jspecify.annotations.NullMarked;
