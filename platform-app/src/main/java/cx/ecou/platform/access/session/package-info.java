/** Who is signed in on which browser. Sessions are rows in PostgreSQL, so any node can answer the next request. */
@NullMarked
package cx.ecou.platform.access.session;

import org.jspecify.annotations.NullMarked;
