/**
 * The demonstration: a year of an invented shop, with people who work there, loaded once when the profile {@code demo} is
 * on. Everything follows from one seed and the moment of the first start.
 */
@NullMarked
package cx.ecou.platform.demo;

import org.jspecify.annotations.NullMarked;
