package cx.ecou.customer.write.link;

import java.time.Instant;

/**
 * A link that was made just now. It cannot be read again: only a hash of it is kept.
 *
 * @param path of the page, without host: {@code /preferences/…}
 * @param expiresAt when it opens nothing any more
 */
public record PreferenceLink(String path, Instant expiresAt) {

    @Override
    public String toString() {
        return "PreferenceLink[•••, " + expiresAt + "]";
    }
}
