/** The page on which everybody keeps their own name, language, availability and password. */
@NullMarked
package cx.ecou.platform.access.profile;

import org.jspecify.annotations.NullMarked;
