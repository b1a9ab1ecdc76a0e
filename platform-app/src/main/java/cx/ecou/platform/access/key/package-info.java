/** The keys by which programs speak to the API: how they are made, stored, recognised and revoked. */
@NullMarked
package cx.ecou.platform.access.key;

import org.jspecify.annotations.NullMarked;
