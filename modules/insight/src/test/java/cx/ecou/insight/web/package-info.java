/** The dashboard as its readers get it. */
@NullMarked
package cx.ecou.insight.web;

import org.jspecify.annotations.NullMarked;
