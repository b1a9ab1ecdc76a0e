/** Reading one's own writes over HTTP. */
@NullMarked
package cx.ecou.eventstore.web;

import org.jspecify.annotations.NullMarked;
