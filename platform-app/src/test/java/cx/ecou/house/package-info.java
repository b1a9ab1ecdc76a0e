/** The rules of the house, checked over all modules at once. Each says why. */
@NullMarked
package cx.ecou.house;

import org.jspecify.annotations.NullMarked;
