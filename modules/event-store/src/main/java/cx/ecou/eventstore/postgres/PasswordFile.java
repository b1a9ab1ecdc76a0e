package cx.ecou.eventstore.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** Where the password of the embedded database's owner is kept: a file that only the owner of Ecou's folder can read. */
record PasswordFile(Path path) {

    private static final int BYTES = 24;

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
        OwnersFile.write(path, password + "\n");
    }
}
