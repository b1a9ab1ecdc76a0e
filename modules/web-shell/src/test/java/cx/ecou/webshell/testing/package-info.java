/** What tests of pages and API routes need in every module: somebody signed in, complete texts. */
@NullMarked
package cx.ecou.webshell.testing;

import org.jspecify.annotations.NullMarked;
