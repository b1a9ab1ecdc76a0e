package cx.ecou.eventstore.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;

/** Where the password of the embedded database's owner is kept: a file that only the owner of Ecou's folder can read. */
record PasswordFile(Path path) {

    private static final int BYTES = 24;
    private static final Set<PosixFilePermission> OWN =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    static PasswordFile in(Path home) {
        return new PasswordFile(home.resolve("database-password").toAbsolutePath());
    }

    /** A password that nobody has seen. */
    static String made() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    boolean exists() {
        return Files.exists(path);
    }

    String read() throws IOException {
        return Files.readString(path).strip();
    }

    /** Whole or not at all, and at no moment readable for others. */
    void write(String password) throws IOException {
        Path written = path.resolveSibling(path.getFileName() + ".new");
        Files.deleteIfExists(written);
        Files.createFile(written, PosixFilePermissions.asFileAttribute(OWN));
        Files.writeString(written, password + "\n", StandardCharsets.UTF_8, StandardOpenOption.WRITE);
        Files.move(written, path, StandardCopyOption.ATOMIC_MOVE);
    }
}
