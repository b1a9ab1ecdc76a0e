/** Live pages: a stream that tells open pages which of their topics have changed. */
@NullMarked
package cx.ecou.platform.live;

import org.jspecify.annotations.NullMarked;
