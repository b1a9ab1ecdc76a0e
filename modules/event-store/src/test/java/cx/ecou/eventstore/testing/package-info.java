/** What the tests of all modules share: a PostgreSQL for each JVM, and a fresh database in it for each context. */
@NullMarked
package cx.ecou.eventstore.testing;

import org.jspecify.annotations.NullMarked;
