/** The demonstration: what it tells, that it tells the same every time, and that it goes through the front doors. */
@NullMarked
package cx.ecou.platform.demo;

import org.jspecify.annotations.NullMarked;
