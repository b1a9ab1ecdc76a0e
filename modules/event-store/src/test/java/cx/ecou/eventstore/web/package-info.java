/** Tests of what reads and writes over HTTP promise each other. */
@NullMarked
package cx.ecou.eventstore.web;

import org.jspecify.annotations.NullMarked;
