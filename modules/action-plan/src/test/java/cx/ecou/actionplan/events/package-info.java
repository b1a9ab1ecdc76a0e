/** The shapes in which facts about cases are stored, frozen by approved examples. */
@NullMarked
package cx.ecou.actionplan.events;

import org.jspecify.annotations.NullMarked;
