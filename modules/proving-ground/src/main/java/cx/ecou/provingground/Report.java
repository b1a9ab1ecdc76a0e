package cx.ecou.provingground;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Where the harness says what it does and finds: people read it, and copy its tables. */
final class Report {

    private final PrintStream out;

    Report(OutputStream out) {
        this.out = new PrintStream(out, true, StandardCharsets.UTF_8);
    }

    /** The console, in UTF-8 whatever it speaks otherwise. By way of {@code System.out}, since a build shows only that. */
    static Report onTheConsole() {
        return new Report(System.out);
    }

    void say(String line) {
        out.println(line);
    }
}
