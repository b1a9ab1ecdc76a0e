package cx.ecou.feedback.write.imports.mapping;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The key of a row that brings none: the same content is the same feedback, wherever it stands. */
final class RowKey {

    private static final int BYTES = 16;

    private RowKey() {}

    /** {@code row-} and 128 bits of the SHA-256 of the cells, each with its length, so that their borders count. */
    static String of(List<String> cells) {
        MessageDigest digest = sha256();
        for (String cell : cells) {
            byte[] bytes = cell.strip().getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        }
        return "row-" + HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
