package cx.ecou.feedback.write.imports.mapping;

import cx.ecou.kernel.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/** The key of a row that brings none: the same content is the same feedback, wherever it stands. */
final class RowKey {

    private static final int BYTES = 16;

    private RowKey() {}

    /** {@code row-} and 128 bits of the SHA-256 of the cells, each with its length, so that their borders count. */
    static String of(List<String> cells) {
        MessageDigest digest = Sha256.begin();
        for (String cell : cells) {
            byte[] bytes = cell.strip().getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        }
        return "row-" + HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }
}
