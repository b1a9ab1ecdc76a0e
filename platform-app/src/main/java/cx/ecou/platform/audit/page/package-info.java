/** The page on which administrators look up who has seen or changed what. */
@NullMarked
package cx.ecou.platform.audit.page;

import org.jspecify.annotations.NullMarked;
