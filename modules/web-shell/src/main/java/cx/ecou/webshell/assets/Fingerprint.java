package cx.ecou.webshell.assets;

import cx.ecou.kernel.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** A short name for the content of many files: another one as soon as any of them changes. */
final class Fingerprint {

    private static final int LENGTH = 12;

    private Fingerprint() {}

    static String ofResources(String pattern) {
        try {
            MessageDigest digest = Sha256.begin();
            Resource[] found = new PathMatchingResourcePatternResolver().getResources(pattern);
            Arrays.sort(found, Comparator.comparing(Resource::toString));
            for (Resource resource : found) {
                if (resource.isReadable()) {
                    digest.update(resource.getContentAsByteArray());
                }
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, LENGTH);
        } catch (IOException e) {
            throw new UncheckedIOException("the assets cannot be read", e);
        }
    }
}
